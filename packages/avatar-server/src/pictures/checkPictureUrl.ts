import { findPictureHost, parseUrl } from './pictureHosts.js'
import type { PictureHost } from './pictureHosts.js'
import type { PictureRefusal } from './types.js'

/** WhatsApp's have about 300. */
export const MAX_LINK_CHARS = 4_096

/** What may be fetched. */
export interface PicturePolicy {
  readonly hosts: readonly PictureHost[]
  readonly allowPrivateAddresses: boolean
}

/** A link that may be followed, and whether its host may be on this machine or a local network. */
export type CheckedUrl =
  | { readonly kind: 'allowed'; readonly url: URL; readonly allowPrivate: boolean }
  | { readonly kind: 'refused'; readonly reason: PictureRefusal; readonly host?: string | undefined }

/** Decides by a link's text alone; `base` is the url that redirected to it. Addresses are checked when connecting. */
export function checkPictureUrl(link: string, policy: PicturePolicy, base?: URL): CheckedUrl {
  const url = link.length > MAX_LINK_CHARS ? undefined : parseUrl(link, base)
  if (url === undefined) return { kind: 'refused', reason: 'bad_link' }
  if (url.username !== '' || url.password !== '') return { kind: 'refused', reason: 'credentials_in_link' }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { kind: 'refused', reason: 'not_https' }
  const host = findPictureHost(url, policy.hosts)
  const allowPrivate = host !== undefined && host.listed && policy.allowPrivateAddresses
  const mayBePlain = allowPrivate && host.port !== undefined
  if (url.protocol === 'http:' && !mayBePlain) return { kind: 'refused', reason: 'not_https', host: url.host }
  if (host === undefined) return { kind: 'refused', reason: 'host_not_listed', host: url.host }
  return { kind: 'allowed', url, allowPrivate }
}
