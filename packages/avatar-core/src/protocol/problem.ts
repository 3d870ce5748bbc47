import { AvatarError } from './AvatarError.js'
import { AVATAR_ERROR_CODES } from './errorCodes.js'
import type { AvatarErrorCode } from './errorCodes.js'
import { explainAvatarError } from './errorTexts.js'
import { fieldsOf, readDuration } from './fields.js'

/** A refused request as `application/problem+json` (RFC 9457). */
export interface ProblemDetails {
  type: string
  title: string
  status: number
  detail: string
  code: AvatarErrorCode
  retryAfterMs?: number
}

/**
 * An error as the body of a refused request. The texts are those of the code, never the error's own.
 *
 * @example
 * response.writeHead(error.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(encodeProblem(error)))
 */
export function encodeProblem({ code, status, retryAfterMs }: AvatarError): ProblemDetails {
  return {
    type: `urn:problem:greenapi-avatars:${code}`,
    title: code.replaceAll('_', ' '),
    status,
    detail: explainAvatarError(code),
    code,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
}

/**
 * Reads a refused request, or the JSON form of an {@link AvatarError}: the code and `retryAfterMs`, no text.
 *
 * @returns undefined when the value has no known code.
 * @example
 * decodeProblem(JSON.parse(JSON.stringify(new AvatarError('forbidden'))))?.code // 'forbidden'
 */
export function decodeProblem(value: unknown): AvatarError | undefined {
  const { code, retryAfterMs } = fieldsOf(value)
  const known = AVATAR_ERROR_CODES.find((one) => one === code)
  return known && new AvatarError(known, { retryAfterMs: readDuration(retryAfterMs) })
}
