import { greenApiQuota } from '@greenapi/avatar-core/greenapi'
import type { AvatarError } from '@greenapi/avatar-core/protocol'
import type { FailureScope } from './upstreamResult.js'

/** Sorts a failure by who has to react; `status` and `body` are `undefined` when no answer came at all. */
export function failureScope(error: AvatarError, status: number | undefined, body: unknown): FailureScope {
  switch (error.code) {
    case 'rate_limited':
      return 'rate'
    case 'upstream_credentials':
    case 'instance_unavailable':
      return 'method'
    case 'quota_exceeded':
      return greenApiQuota(body) === 'correspondents' ? 'chat' : 'method'
    case 'upstream_failed':
    case 'upstream_timeout':
      // WhatsApp's own time-out for one contact comes with 200 or 400.
      return status === undefined || status >= 499 ? 'outage' : 'chat'
    default:
      return 'chat'
  }
}
