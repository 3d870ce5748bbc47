import { AvatarError, type AvatarErrorCode, encodeProblem } from '@greenapi/avatar-core/protocol'
import { PROBLEM_HEADERS } from './headers.js'
import type { PlainResponse } from './plain.js'

/** A refused request, as RFC 9457 describes it. */
export function problem(error: AvatarError, extra?: Readonly<Record<string, string>>): PlainResponse {
  const { retryAfterMs, status } = error
  const wait = retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) }
  return {
    status,
    headers: { ...PROBLEM_HEADERS, ...wait, ...extra },
    body: JSON.stringify(encodeProblem(error)),
  }
}

/** A request that HTTP itself has a status for; `code` is the nearest of the closed list. */
export function httpProblem(
  status: number,
  code: AvatarErrorCode,
  how: { readonly detail: string; readonly headers?: Readonly<Record<string, string>> },
): PlainResponse {
  const details = { ...encodeProblem(new AvatarError(code)), status, detail: how.detail }
  return { status, headers: { ...PROBLEM_HEADERS, ...how.headers }, body: JSON.stringify(details) }
}
