import { pictureLinkExpiry, pictureLinkId } from './pictureLink.js'
import { readPicture } from './readPicture.js'

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

/**
 * Reads a body of `getAvatar`, JSON already parsed, of GREEN-API servers of any age.
 *
 * @param httpStatus Default 200.
 * @throws AvatarError by the meaning of the failure, also for failures inside HTTP 200; `bad_response` for unknown shapes.
 * @example
 * decodeGetAvatarBody({ urlAvatar: '', available: false }) // { status: 'hidden' }
 */
export function decodeGetAvatarBody(body: unknown, httpStatus = 200): GreenApiPicture {
  const picture = readPicture(body, httpStatus)
  if (picture.status !== 'found') return picture
  const { link, base64 } = picture
  const expiresAtMs = link && pictureLinkExpiry(link)
  const pictureId = link && pictureLinkId(link)
  return {
    status: 'found',
    ...(link && { link }),
    ...(expiresAtMs && { expiresAtMs }),
    ...(pictureId && { pictureId }),
    ...(base64 && { base64 }),
  }
}
