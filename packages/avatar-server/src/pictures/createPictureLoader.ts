import { LRUCache } from 'lru-cache'
import type { Clock } from '../time/clock.js'
import type { PicturePolicy } from './checkPictureUrl.js'
import { createPictureLookUp } from './createPictureLookUp.js'
import type { OpenedSeal } from './createSealer.js'
import { fetchPicture } from './fetchPicture.js'
import type { FetchResult } from './fetchPicture.js'
import { sniffPictureType } from './sniffPictureType.js'
import type { PictureTransport } from './transport.js'
import type { Picture, PictureContext, PictureEvent, PictureProblem, PictureSource } from './types.js'

/** A picture's host is left alone for this long after it failed. */
const FAILED_FOR_MS = 10_000
/** What was refused is looked at again after this, in case the configuration or the picture changed. */
const REFUSED_FOR_MS = 5 * 60_000
/** A new link that is dead at once: the picture is being replaced. */
const DEAD_AGAIN_FOR_MS = 60_000
const MAX_REMEMBERED = 5_000

export interface PictureLoaderOptions {
  readonly clock: Clock
  readonly transport: () => Promise<PictureTransport>
  readonly policy: PicturePolicy
  readonly maxBytes: number
  readonly timeoutMs: number
  readonly closing: AbortSignal
  readonly emit: (event: PictureEvent) => void
}

export type LoadResult = { readonly kind: 'loaded'; readonly picture: Picture } | PictureProblem

/** Finds the original of a sealed picture: from the known look-up if that still works, else by asking again. */
export interface PictureLoader {
  load(seal: OpenedSeal, context: PictureContext, signal: AbortSignal): Promise<LoadResult>
  /** What was loaded turned out to be unusable. */
  refuse(seal: OpenedSeal): PictureProblem
  readonly counts: { readonly fetches: number; readonly fetchFailures: number; readonly lookUpsAgain: number }
}

interface Remembered {
  readonly problem: 'gone' | 'failed'
  readonly untilMs: number
}

export function createPictureLoader(options: PictureLoaderOptions): PictureLoader {
  const { clock, emit } = options
  const lookUp = createPictureLookUp(clock, options.closing, emit)
  const failures = new LRUCache<string, Remembered>({ max: MAX_REMEMBERED })
  let fetches = 0
  let fetchFailures = 0

  async function fetchLink(link: string, signal: AbortSignal): Promise<FetchResult> {
    fetches++
    const startedMs = clock.now()
    const transport = await options.transport()
    const result = await fetchPicture(link, { ...options, transport, signal })
    if (result.kind !== 'fetched') fetchFailures++
    emit({
      type: 'picture_fetch',
      outcome: result.kind,
      durationMs: clock.now() - startedMs,
      ...(result.kind === 'fetched' ? { bytes: result.picture.bytes.length } : {}),
      ...('reason' in result ? { reason: result.reason } : {}),
      ...('host' in result ? { host: result.host } : {}),
    })
    return result
  }

  async function follow(source: PictureSource, signal: AbortSignal): Promise<FetchResult> {
    const { bytes, link, expiresAtMs } = source
    const picture = bytes === undefined ? undefined : asPicture(bytes, options.maxBytes)
    if (picture !== undefined) return { kind: 'fetched', picture }
    if (link === undefined || (expiresAtMs !== undefined && expiresAtMs <= clock.now()))
      return { kind: 'dead' }
    return fetchLink(link, signal)
  }

  function remember(seal: OpenedSeal, problem: Remembered['problem'], forMs: number): void {
    failures.set(pictureKey(seal), { problem, untilMs: clock.now() + forMs })
  }

  function refuse(seal: OpenedSeal): PictureProblem {
    remember(seal, 'gone', REFUSED_FOR_MS)
    return { kind: 'gone' }
  }

  function conclude(seal: OpenedSeal, result: FetchResult): LoadResult {
    if (result.kind === 'fetched') return { kind: 'loaded', picture: result.picture }
    if (result.kind === 'dead') return { kind: 'gone' }
    if (result.kind === 'refused') return refuse(seal)
    remember(seal, 'failed', FAILED_FOR_MS)
    return {
      kind: 'unavailable',
      code: result.reason === 'timeout' ? 'upstream_timeout' : 'upstream_failed',
      retryAfterMs: FAILED_FOR_MS,
    }
  }

  return {
    refuse,
    async load(seal, context, signal) {
      const failure = failures.get(pictureKey(seal))
      const failureMs = failure === undefined ? 0 : failure.untilMs - clock.now()
      if (failure !== undefined && failureMs > 0) {
        return failure.problem === 'gone'
          ? { kind: 'gone' }
          : { kind: 'unavailable', code: 'upstream_failed', retryAfterMs: failureMs }
      }
      const known = context.currentPicture(seal.chatId)
      if (known !== undefined && seal.matches(known.pictureId)) {
        const result = await follow(known, signal)
        if (result.kind !== 'dead') return conclude(seal, result)
      }
      const again = await lookUp.again(seal, context)
      if (again.kind === 'other') return { kind: 'gone' }
      if (again.kind === 'failed') {
        return { kind: 'unavailable', code: 'overloaded', retryAfterMs: again.retryAfterMs }
      }
      const result = await follow(again.source, signal)
      if (result.kind === 'dead') remember(seal, 'gone', DEAD_AGAIN_FOR_MS)
      return conclude(seal, result)
    },
    get counts() {
      return { fetches, fetchFailures, lookUpsAgain: lookUp.count }
    },
  }
}

/** One picture of one chat, in every cache and memory here. */
export const pictureKey = (seal: OpenedSeal): string => `${seal.chatId}/${seal.digest}`

/** Bytes that a look-up brought, under the same limits as fetched ones, in a buffer of their own. */
export function asPicture(bytes: Uint8Array, maxBytes: number): Picture | undefined {
  const type = bytes.length > maxBytes ? undefined : sniffPictureType(bytes)
  return type === undefined ? undefined : { bytes: new Uint8Array(bytes), type }
}
