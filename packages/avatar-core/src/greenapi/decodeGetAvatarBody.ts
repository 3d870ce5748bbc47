import { AvatarError } from '../protocol/AvatarError.js'
import { fieldsOf } from '../protocol/fields.js'
import { decodeGreenApiError } from './decodeGreenApiError.js'
import { pictureLinkExpiry, pictureLinkId } from './pictureLink.js'

/**
 * What GREEN-API's `getAvatar` says about one chat. A found picture has a `link`, the bytes as `base64` (without a `data:`
 * prefix), or both. `none` may also mean that there is no account: getAvatar alone cannot tell.
 */
export type GreenApiPicture =
  | {
      status: 'found'
      link?: string
      /** When the link dies, in milliseconds since the epoch, where it says so. */
      expiresAtMs?: number
      /** What tells this picture from others of the chat: the same for every link to it. */
      pictureId?: string
      base64?: string
    }
  | { status: 'none' | 'hidden' | 'no_account' }

const LINK = /^https?:\/\/\S+$/i
// JPEG, PNG, GIF and WebP by their first bytes; what a data URI says of itself is not asked.
const PICTURE_BASE64 = /^(\/9j\/|iVBORw0|R0lGOD|UklGR)[\w+/]*={0,2}$/

/** A text field; an empty text for missing ones and for the words that stand for nothing. */
const textOf = (value: unknown): string =>
  typeof value === 'string' && !/^(undefined|null)$/i.test(value) ? value.trim() : ''

/**
 * Reads a body of `getAvatar`, JSON already parsed, of GREEN-API servers of any age.
 *
 * @param httpStatus Default 200.
 * @throws AvatarError by the meaning of the failure, also for failures inside HTTP 200; `bad_response` for unknown shapes.
 * @example
 * decodeGetAvatarBody({ urlAvatar: '', available: false }) // { status: 'hidden' }
 */
export function decodeGetAvatarBody(body: unknown, httpStatus = 200): GreenApiPicture {
  if (httpStatus > 299) throw decodeGreenApiError(httpStatus, body)
  const { urlAvatar, base64Avatar, available, existsWhatsapp, reason } = fieldsOf(body)
  const link = textOf(urlAvatar)
  const base64 = textOf(base64Avatar).replace(/^data:[^,]*,|\s/gi, '')
  const hasLink = LINK.test(link)
  const hasBase64 = PICTURE_BASE64.test(base64)
  if (hasLink || hasBase64) {
    const expiresAtMs = pictureLinkExpiry(link)
    const pictureId = pictureLinkId(link)
    return {
      status: 'found',
      ...(hasLink && { link }),
      ...(expiresAtMs && { expiresAtMs }),
      ...(pictureId && { pictureId }),
      ...(hasBase64 && { base64 }),
    }
  }
  // A text where a picture belongs, but no picture.
  if (link + base64) throw new AvatarError('bad_response')
  if (textOf(reason)) throw decodeGreenApiError(400, body)
  if (existsWhatsapp === false) return { status: 'no_account' }
  if (available === false) return { status: 'hidden' }
  const isKnownShape = existsWhatsapp ?? available ?? reason ?? base64Avatar ?? urlAvatar
  if (isKnownShape === undefined) throw decodeGreenApiError(200, body)
  return { status: 'none' }
}
