import type { Avatar } from '../protocol/Avatar.js'
import { decodeGetAvatarBody } from './decodeGetAvatarBody.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** So long before its death a link counts as dead. */
const LINK_MARGIN_MS = 5 * MINUTE_MS
const FRESH_HOURS = { found: 12, none: 6, hidden: 24, no_account: 24 } as const
const IMAGE_TYPES: Partial<Record<string, string>> = { i: 'png', R: 'gif', U: 'webp' }

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
export function decodeGreenApiAvatar(body: unknown, options: DecodeGreenApiAvatarOptions = {}): Avatar {
  const { status = 200, now = Date.now } = options
  const picture = decodeGetAvatarBody(body, status)
  const freshForMs = FRESH_HOURS[picture.status] * HOUR_MS
  if (picture.status !== 'found') return { status: picture.status, freshForMs }
  const { link, base64 = '', expiresAtMs = 0 } = picture
  const url = link ?? `data:image/${IMAGE_TYPES[base64.charAt(0)] ?? 'jpeg'};base64,${base64}`
  const leftMs = expiresAtMs - now()
  // An expiry already past when it arrives cannot be meant.
  if (leftMs <= 0) return { status: 'found', url, freshForMs }
  const wholeMinutesMs = Math.floor((leftMs - LINK_MARGIN_MS) / MINUTE_MS) * MINUTE_MS
  return { status: 'found', url, freshForMs: Math.min(freshForMs, Math.max(MINUTE_MS, wholeMinutesMs)) }
}
