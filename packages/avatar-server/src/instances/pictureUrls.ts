import type { ChatId } from '@greenapi/avatar-core/protocol'
import type { KnownAnswer } from '../engine/cacheEntry.js'
import type { Pictures } from '../pictures/types.js'

/** The url that clients get for a found picture, and until when it works. */
export interface PictureUrl {
  readonly url: string
  readonly validUntilMs: number
}

/** How found answers turn into urls: WhatsApp's own link, or a private one of ours. */
export interface PictureUrls {
  readonly sizes: readonly number[] | undefined
  /** `undefined`: there is nothing that a client could load. */
  urlOf(chatId: ChatId, known: KnownAnswer, now: number): PictureUrl | undefined
}

/** `pictures: 'link'`: WhatsApp's link, as long as it works. */
export const linkUrls: PictureUrls = {
  sizes: undefined,
  urlOf(_chatId, known) {
    const { answer } = known
    if (answer.status !== 'found' || answer.link === undefined) return undefined
    return { url: answer.link, validUntilMs: answer.expiresAtMs ?? known.staleUntilMs }
  },
}

interface Sealed extends PictureUrl {
  readonly renewAtMs: number
}

/**
 * `pictures: 'proxy'`: sealed urls. Sealing costs more than a whole look-up from the cache, so it is done once per
 * answer and day.
 *
 * @param prefix Which of many instances the seal is of; empty with one.
 */
export function createSealedUrls(pictures: Pick<Pictures, 'seal' | 'sizes'>, prefix: string): PictureUrls {
  const sealed = new WeakMap<KnownAnswer, Sealed>()
  return {
    sizes: pictures.sizes,
    urlOf(chatId, known, now) {
      const kept = sealed.get(known)
      if (kept !== undefined && now < kept.renewAtMs) return kept
      if (known.answer.status !== 'found') return undefined
      const made = pictures.seal({ chatId, pictureId: known.answer.pictureId }, now)
      const fresh = {
        url: prefix === '' ? made.url : made.url.replace('picture/', `picture/${prefix}.`),
        validUntilMs: now + made.validForMs,
        renewAtMs: now + made.renewInMs,
      }
      sealed.set(known, fresh)
      return fresh
    },
  }
}
