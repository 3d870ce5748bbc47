import { AvatarError } from '../protocol/AvatarError.js'
import { fieldsOf } from '../protocol/fields.js'
import { decodeGreenApiError } from './decodeGreenApiError.js'

/** What a body of `getAvatar` says, without what can be read off the link. */
export type PictureFields =
  | { status: 'found'; link: string | undefined; base64: string | undefined }
  | { status: 'none' | 'hidden' | 'no_account' }

/** A text field; an empty text for missing ones and for the words that stand for nothing. */
const textOf = (value: unknown): string =>
  typeof value === 'string' && !/^(undefined|null)$/i.test(value) ? value.trim() : ''

/** Reads a body of `getAvatar`: see `decodeGetAvatarBody`. */
export function readPicture(body: unknown, httpStatus: number): PictureFields {
  if (httpStatus > 299) throw decodeGreenApiError(httpStatus, body)
  const { urlAvatar, base64Avatar, available, existsWhatsapp, reason } = fieldsOf(body)
  const [link] = /^https?:\/\/\S+$/i.exec(textOf(urlAvatar)) ?? []
  // JPEG, PNG, GIF and WebP by their first bytes; what a data URI says of itself is not asked.
  const [base64] =
    /^(\/9j\/|iVBORw0|R0lGOD|UklGR)[\w+/]*=*$/.exec(textOf(base64Avatar).replace(/^data:.*?,|\s/gi, '')) ?? []
  if (link ?? base64) return { status: 'found', link, base64 }
  // A text where a picture belongs, but no picture.
  if (textOf(urlAvatar) + textOf(base64Avatar)) throw new AvatarError('bad_response')
  if (textOf(reason)) throw decodeGreenApiError(400, body)
  if (existsWhatsapp === false) return { status: 'no_account' }
  if (available === false) return { status: 'hidden' }
  // Nothing that `getAvatar` is known to answer with.
  if ((existsWhatsapp ?? available ?? reason ?? base64Avatar ?? urlAvatar) === undefined) {
    throw decodeGreenApiError(200, body)
  }
  return { status: 'none' }
}
