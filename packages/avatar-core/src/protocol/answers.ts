import type { Avatar } from './Avatar.js'
import { decodeOutcome } from './decodeOutcome.js'
import type { AvatarErrorCode } from './errorCodes.js'
import { fieldsOf } from './fields.js'

/**
 * What a backend says about one chat id: an {@link Avatar}, a failure, or (on the wire only) that it does not know yet.
 * `chatId` is the string that was sent, unchanged.
 */
export type WireAnswer =
  | (Avatar & { chatId: string })
  | { chatId: string; status: 'error'; code: AvatarErrorCode; retryAfterMs?: number | undefined }
  | { chatId: string; status: 'pending'; retryAfterMs: number }

/**
 * The seam between the client and the world: takes chat ids in canonical form, gives one answer per id, each as soon as it is
 * known and in any order. `refresh` is the part of the ids that must not come from a cache. When `signal` aborts, nobody waits
 * any more. Ids left out fail with `missing_result`.
 */
export type AvatarTransport = (
  chatIds: readonly string[],
  options: { signal: AbortSignal; refresh: readonly string[] },
) => AsyncIterable<WireAnswer>

/**
 * Reads one answer from outside. Unknown extra fields are ignored. An answer that is not of the protocol (unknown status, a
 * url that is neither http(s) nor relative, a lifetime that is none) becomes an error `bad_response` for its chat id.
 *
 * @param chatId The id that was asked for, where the value need not name it.
 * @returns undefined when no chat id is known, so that it is nobody's answer.
 * @example
 * decodeAnswer({ chatId: '5521999990000@c.us', status: 'none', freshForMs: 60000 })
 */
export function decodeAnswer(
  value: unknown,
  chatId: unknown = fieldsOf(value)['chatId'],
): WireAnswer | undefined {
  if (typeof chatId !== 'string') return undefined
  const outcome = decodeOutcome(value, { status: 200 })
  return outcome.code ? { chatId, ...outcome, status: 'error' } : { chatId, ...outcome }
}

/**
 * One answer as a line of JSON, without the line break. Fields that are not of the protocol are left out.
 *
 * @example
 * encodeAnswer({ chatId: '5521999990000@c.us', status: 'none', freshForMs: 60000 })
 */
export function encodeAnswer(answer: WireAnswer): string {
  const { chatId, status } = answer
  switch (answer.status) {
    case 'found':
      return JSON.stringify({
        chatId,
        status,
        url: answer.url,
        sizes: answer.sizes,
        freshForMs: answer.freshForMs,
      })
    case 'error':
      return JSON.stringify({ chatId, status, code: answer.code, retryAfterMs: answer.retryAfterMs })
    case 'pending':
      return JSON.stringify({ chatId, status, retryAfterMs: answer.retryAfterMs })
    default:
      return JSON.stringify({ chatId, status, freshForMs: answer.freshForMs })
  }
}
