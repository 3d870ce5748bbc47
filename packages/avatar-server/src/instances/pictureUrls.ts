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

/** Times of the machine's own clock, which other servers have too. */
interface Sealed {
  readonly url: string
  readonly madeAtMs: number
  readonly renewAtMs: number
  readonly diesAtMs: number
}

export interface SealedUrlOptions {
  /** Which of many instances the seal is of; empty with one. */
  readonly prefix: string
  readonly wallNow: () => number
}

/**
 * `pictures: 'proxy'`: sealed urls. Sealing costs more than a whole look-up from the cache, so it is done once per
 * answer and day, and again where the clock was set back: an url from the future opens nothing.
 */
export function createSealedUrls(
  pictures: Pick<Pictures, 'seal' | 'sizes'>,
  { prefix, wallNow }: SealedUrlOptions,
): PictureUrls {
  const sealed = new WeakMap<KnownAnswer, Sealed>()

  const sealedOf = (chatId: ChatId, known: KnownAnswer, wallMs: number): Sealed | undefined => {
    const kept = sealed.get(known)
    if (kept !== undefined && kept.madeAtMs <= wallMs && wallMs < kept.renewAtMs) return kept
    if (known.answer.status !== 'found') return undefined
    const made = pictures.seal({ chatId, pictureId: known.answer.pictureId }, wallMs)
    const fresh = {
      url: prefix === '' ? made.url : made.url.replace('picture/', `picture/${prefix}.`),
      madeAtMs: wallMs,
      renewAtMs: wallMs + made.renewInMs,
      diesAtMs: wallMs + made.validForMs,
    }
    sealed.set(known, fresh)
    return fresh
  }

  return {
    sizes: pictures.sizes,
    urlOf(chatId, known, now) {
      const wallMs = wallNow()
      const found = sealedOf(chatId, known, wallMs)
      return found && { url: found.url, validUntilMs: now + found.diesAtMs - wallMs }
    },
  }
}
