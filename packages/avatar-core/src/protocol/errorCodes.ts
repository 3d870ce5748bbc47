/** Every way in which a look-up can fail. The list is closed, so a switch over it can be exhaustive. */
export type AvatarErrorCode =
  | 'invalid_chat_id'
  | 'unsupported_chat_id'
  | 'bad_request'
  | 'unauthorized'
  | 'forbidden'
  | 'payload_too_large'
  | 'too_many_ids'
  | 'rate_limited'
  | 'overloaded'
  | 'quota_exceeded'
  | 'instance_unavailable'
  | 'upstream_credentials'
  | 'upstream_failed'
  | 'upstream_timeout'
  | 'network'
  | 'timeout'
  | 'bad_response'
  | 'missing_result'
  | 'internal'

/**
 * HTTP status of each code; negative where the same look-up may succeed later. One number each, since browsers load this table.
 * The first code with a status is what an HTTP answer of that status means when its body names no code.
 */
export const STATUSES: Readonly<Record<AvatarErrorCode, number>> = {
  overloaded: -503,
  instance_unavailable: 503,
  upstream_failed: -502,
  upstream_timeout: -504,
  bad_request: 400,
  payload_too_large: 413,
  internal: -500,
  rate_limited: -429,
  forbidden: 403,
  invalid_chat_id: 400,
  quota_exceeded: 429,
  network: -502,
  upstream_credentials: 502,
  too_many_ids: 413,
  timeout: -504,
  bad_response: 502,
  missing_result: -502,
  unsupported_chat_id: 422,
  unauthorized: 401,
}

/** All codes, in no order that means anything. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Object.keys` forgets what it was given
export const AVATAR_ERROR_CODES: readonly AvatarErrorCode[] = /* @__PURE__ */ Object.keys(
  STATUSES,
) as AvatarErrorCode[]

/** The code that `value` is, else the one that an HTTP status stands for, else `bad_response`. */
export const readErrorCode = (value: unknown, httpStatus?: number): AvatarErrorCode =>
  AVATAR_ERROR_CODES.find((code) => value === code) ??
  AVATAR_ERROR_CODES.find((code) => Math.abs(STATUSES[code]) === httpStatus) ??
  'bad_response'
