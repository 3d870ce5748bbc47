import type { GreenApiPicture } from '@greenapi/avatar-core/greenapi'
import { AvatarError } from '@greenapi/avatar-core/protocol'
import type { StoredAnswer } from './storedAnswer.js'
import { MAX_LINK_CHARS } from '../pictures/checkPictureUrl.js'
import { decodePictureBase64 } from '../pictures/decodePictureBase64.js'
import { identifyPicture } from '../pictures/identifyPicture.js'

export interface IncomingAnswer {
  readonly answer: StoredAnswer
  /** The picture itself, where the upstream sent it along. */
  readonly bytes?: Uint8Array | undefined
}

/**
 * An upstream answer as the cache keeps it. An expiry that has passed already says nothing: clocks differ. A link that is too long to
 * be followed is none, and takes no memory.
 */
export async function toStoredAnswer(
  picture: GreenApiPicture,
  { now, needsLink }: { readonly now: number; readonly needsLink: boolean },
): Promise<IncomingAnswer> {
  if (picture.status !== 'found') return { answer: { status: picture.status } }
  const { expiresAtMs, base64 } = picture
  const isLink = picture.link !== undefined && picture.link.length <= MAX_LINK_CHARS
  const link = isLink ? picture.link : undefined
  const bytes = base64 === undefined ? undefined : decodePictureBase64(base64)
  const pictureId = await identifyPicture({ linkId: isLink ? picture.pictureId : undefined, bytes })
  if (pictureId === undefined || (needsLink && link === undefined)) throw new AvatarError('bad_response')
  const isAhead = expiresAtMs !== undefined && expiresAtMs > now
  return {
    answer: {
      status: 'found',
      pictureId,
      ...(link === undefined ? {} : { link }),
      ...(isAhead ? { expiresAtMs } : {}),
    },
    bytes,
  }
}
