import type { Avatar } from '../protocol/Avatar.js'
import { FRESH_HOURS, HOUR_MS, LINK_MARGIN_MINUTES, MINUTE_MS } from './lifetimes.js'
import { pictureLinkExpiry } from './pictureLink.js'
import { readPicture } from './readPicture.js'

/** What {@link decodeGreenApiAvatar} may be told beside the body. */
export interface DecodeGreenApiAvatarOptions {
  /** HTTP status that the body came with. Default 200. */
  status?: number | undefined
  /** The present, in milliseconds since the epoch. Default `Date.now`. */
  now?: (() => number) | undefined
}

/**
 * Turns GREEN-API's own `getAvatar` body into an {@link Avatar}. Give it as `decode`, with `batch: false`, to
 * `createAvatarClient` when the backend passes that body through unchanged.
 *
 * A picture stays fresh for 12 h or until 5 minutes before its link dies (at least one minute), `none` for 6 h, `hidden` and
 * `no_account` for 24 h. Where only `base64Avatar` came, `url` is a `data:` url.
 *
 * @throws AvatarError by the meaning of the failure; `bad_response` for unknown shapes.
 * @example
 * createAvatarClient({ backendUrl: '/avatar', batch: false, decode: decodeGreenApiAvatar })
 */
export function decodeGreenApiAvatar(
  body: unknown,
  { status = 200, now = Date.now }: DecodeGreenApiAvatarOptions = {},
): Avatar {
  const picture = readPicture(body, status)
  const freshForMs = FRESH_HOURS[picture.status] * HOUR_MS
  if (picture.status !== 'found') return { status: picture.status, freshForMs }
  // Browsers look at the bytes of a picture, not at what it is called.
  const { base64, link = `data:image/jpeg;base64,${base64}` } = picture
  const leftMs = (pictureLinkExpiry(link) ?? 0) - now()
  const minutes = Math.max(1, Math.floor(leftMs / MINUTE_MS) - LINK_MARGIN_MINUTES)
  return {
    status: 'found',
    url: link,
    // An expiry already past when it arrives cannot be meant.
    freshForMs: leftMs > 0 ? Math.min(freshForMs, minutes * MINUTE_MS) : freshForMs,
  }
}
