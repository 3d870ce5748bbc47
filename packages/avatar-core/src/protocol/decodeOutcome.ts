import type { Avatar } from './Avatar.js'
import { fieldsOf, readDuration } from './fields.js'
import { readErrorCode } from './errorCodes.js'
import { DEFAULT_PENDING_MS } from './limits.js'
import type { AvatarErrorCode } from './errorCodes.js'

/** Why there is no answer about a chat. */
export interface Failure {
  status?: 'error' | undefined
  code: AvatarErrorCode
  retryAfterMs?: number | undefined
}

/** What an answer says, whatever chat it is about. */
export type Outcome =
  | (Avatar & { code?: undefined })
  | Failure
  | { status: 'pending'; retryAfterMs: number; code?: undefined }

/**
 * Reads what an answer from outside says: see `decodeAnswer`. With a failed HTTP status it is a failure, whatever the value says
 * beside a code.
 */
export function decodeOutcome(value: unknown, { status: httpStatus }: { status: number }): Outcome {
  const { status, retryAfterMs: wait, freshForMs: fresh, url, sizes, code } = fieldsOf(value)
  const retryAfterMs = readDuration(wait)
  const freshForMs = readDuration(fresh)
  if (status === 'pending') return { status, retryAfterMs: retryAfterMs ?? DEFAULT_PENDING_MS }
  if (freshForMs !== undefined && httpStatus < 300) {
    if (status === 'none' || status === 'hidden' || status === 'no_account') return { status, freshForMs }
    // Absolute http(s), or relative: a slash before any colon, or no colon, so no other scheme in any disguise.
    if (status === 'found' && typeof url === 'string' && /^(https?:|[^:]*\/|[^:]+$)/i.test(url)) {
      return {
        status,
        url,
        sizes: Array.isArray(sizes) && sizes.every(readDuration) ? sizes : undefined,
        freshForMs,
      }
    }
  }
  return { code: readErrorCode(code, httpStatus), retryAfterMs }
}
