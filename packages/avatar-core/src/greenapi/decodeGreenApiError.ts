import { AvatarError } from '../protocol/AvatarError.js'
import type { AvatarErrorCode } from '../protocol/errorCodes.js'
import { fieldsOf } from '../protocol/fields.js'

// GREEN-API tells these failures by text alone, with 200 as well as with 400. The first match counts.
const BY_TEXT: readonly (readonly [text: RegExp, code: AvatarErrorCode, retryAfterMs?: number])[] = [
  [/bad request (data|validation)/i, 'invalid_chat_id'],
  [/avatar timeout/i, 'upstream_timeout'],
  [/overlimit/i, 'rate_limited'],
  [/_exceeded/i, 'quota_exceeded'],
  // Half a minute is what a start takes.
  [/starting/i, 'instance_unavailable', 30_000],
  [/not authorized|expired|deleted/i, 'instance_unavailable'],
]

const BY_STATUS: Partial<Record<number, AvatarErrorCode>> = {
  200: 'bad_response',
  401: 'upstream_credentials',
  403: 'upstream_credentials',
  429: 'rate_limited',
  466: 'quota_exceeded',
  499: 'upstream_timeout',
  504: 'upstream_timeout',
}

/**
 * What a failed call to GREEN-API means, from its HTTP status and its body of any shape (JSON already parsed, or text). Nothing
 * of the body gets into the error: such bodies hold the token.
 *
 * @example
 * decodeGreenApiError(429, '').code // 'rate_limited'
 */
export function decodeGreenApiError(httpStatus: number, body: unknown): AvatarError {
  const text = JSON.stringify(body)
  const [, code = BY_STATUS[httpStatus] ?? 'upstream_failed', retryAfterMs] =
    BY_TEXT.find(([pattern]) => pattern.test(text)) ?? []
  return new AvatarError(code, { retryAfterMs })
}

/** Which quota of a Developer plan is used up: calls of one method, or the number of chats that may be talked to. */
export type GreenApiQuota = 'method' | 'correspondents'

/**
 * Which quota a body of HTTP 466 says is used up. `method` stops the method until the month ends; `correspondents` concerns one
 * chat.
 *
 * @returns undefined when the body says it of none.
 * @example
 * greenApiQuota({ correspondentsStatus: { status: 'CORRESPONDENTS_QUOTE_EXCEEDED' } }) // 'correspondents'
 */
export function greenApiQuota(body: unknown): GreenApiQuota | undefined {
  const { invokeStatus, correspondentsStatus } = fieldsOf(body)
  const isExceeded = (part: unknown): boolean => /exceeded/i.test(String(fieldsOf(part)['status']))
  if (isExceeded(correspondentsStatus)) return 'correspondents'
  return isExceeded(invokeStatus) ? 'method' : undefined
}
