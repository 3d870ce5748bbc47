import { encodeBase64Url } from './base64.js'

/**
 * What tells a picture from the next one of the same chat: `linkId`, the last path segment of its link
 * (`pictureLinkId` of avatar-core), else a hash of its bytes; `undefined` without either.
 *
 * @example
 * await identifyPicture({ linkId: pictureLinkId(link) })
 */
export async function identifyPicture(picture: {
  linkId?: string | undefined
  bytes?: Uint8Array | undefined
}): Promise<string | undefined> {
  if (picture.linkId !== undefined && picture.linkId !== '') return picture.linkId
  if (picture.bytes === undefined) return undefined
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(picture.bytes))
  return encodeBase64Url(new Uint8Array(digest))
}
