import { fieldsOf } from '../protocol/fields.js'
import { decodeGreenApiError } from './decodeGreenApiError.js'

/**
 * Reads a body of `checkWhatsapp`, JSON already parsed: whether the number has an account.
 *
 * @param httpStatus Default 200.
 * @throws AvatarError by the meaning of the failure; `bad_response` for unknown shapes.
 * @example
 * decodeCheckWhatsappBody({ existsWhatsapp: true }) // true
 */
export function decodeCheckWhatsappBody(body: unknown, httpStatus = 200): boolean {
  const { existsWhatsapp } = fieldsOf(body)
  if (httpStatus > 299 || typeof existsWhatsapp !== 'boolean') throw decodeGreenApiError(httpStatus, body)
  return existsWhatsapp
}
