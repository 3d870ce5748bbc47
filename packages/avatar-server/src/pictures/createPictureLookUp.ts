import { LRUCache } from 'lru-cache'
import type { Clock } from '../time/clock.js'
import { createDeadline } from '../time/createDeadline.js'
import type { OpenedSeal } from './createSealer.js'
import { raceSignal } from '../time/raceSignal.js'
import type { PictureContext, PictureEvent, PictureSource } from './types.js'

const AGAIN_EVERY_MS = 60_000
const DEADLINE_MS = 5_000
const MAX_REMEMBERED = 5_000

/** `other`: the chat has another picture now, or none. `failed`: not known; ask after `retryAfterMs`. */
export type LookUpAgainResult =
  | { readonly kind: 'same'; readonly source: PictureSource }
  | { readonly kind: 'other' }
  | { readonly kind: 'failed'; readonly retryAfterMs: number }

/** Asks GREEN-API again about the picture of a seal: at most once a minute per chat, waiting at most five seconds. */
export interface PictureLookUp {
  again(seal: OpenedSeal, context: PictureContext): Promise<LookUpAgainResult>
  readonly count: number
}

type Found =
  | { readonly kind: 'answered'; readonly source: PictureSource | undefined }
  | { readonly kind: 'failed' }

interface Asked {
  readonly atMs: number
  /** Set while GREEN-API is being asked; more urls of the chat wait for the same answer. */
  pending: Promise<Found> | undefined
  /** The picture that was found, without its bytes; `undefined` when there was none or nothing is known. */
  pictureId: string | undefined
  isKnown: boolean
}

export function createPictureLookUp(
  clock: Clock,
  closing: AbortSignal,
  emit: (event: PictureEvent) => void,
): PictureLookUp {
  const asked = new LRUCache<string, Asked>({ max: MAX_REMEMBERED })
  let count = 0

  async function ask(seal: OpenedSeal, context: PictureContext, entry: Asked): Promise<Found> {
    // Not bound to who waits: what it finds fills the look-up cache for all, and the minute's one call is spent.
    const deadline = createDeadline(clock, DEADLINE_MS, closing)
    const settle = (outcome: 'same' | 'other' | 'none' | 'failed' | 'timeout'): void => {
      entry.pending = undefined
      emit({ type: 'picture_look_up_again', outcome, durationMs: clock.now() - entry.atMs })
    }
    try {
      const { signal } = deadline
      const source = await raceSignal(context.lookUpAgain(seal.chatId, { signal }), signal)
      entry.isKnown = true
      entry.pictureId = source?.pictureId
      if (source === undefined) settle('none')
      else settle(seal.matches(source.pictureId) ? 'same' : 'other')
      return { kind: 'answered', source }
    } catch {
      settle(deadline.timedOut ? 'timeout' : 'failed')
      return { kind: 'failed' }
    } finally {
      deadline.clear()
    }
  }

  function begin(seal: OpenedSeal, context: PictureContext): Asked {
    count++
    const entry: Asked = { atMs: clock.now(), pending: undefined, pictureId: undefined, isKnown: false }
    asked.set(seal.chatId, entry)
    entry.pending = ask(seal, context, entry)
    return entry
  }

  return {
    async again(seal, context) {
      const last = asked.get(seal.chatId)
      const isRecent = last !== undefined && clock.now() < last.atMs + AGAIN_EVERY_MS
      const entry = isRecent ? last : begin(seal, context)
      const found = await entry.pending
      if (found?.kind === 'answered' && found.source !== undefined && seal.matches(found.source.pictureId)) {
        return { kind: 'same', source: found.source }
      }
      const isOther = entry.isKnown && (entry.pictureId === undefined || !seal.matches(entry.pictureId))
      if (isOther) return { kind: 'other' }
      return { kind: 'failed', retryAfterMs: Math.max(1_000, entry.atMs + AGAIN_EVERY_MS - clock.now()) }
    },
    get count() {
      return count
    },
  }
}
