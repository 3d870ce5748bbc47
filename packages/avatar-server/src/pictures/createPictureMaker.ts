import type { PictureCache, CachedPicture } from './createPictureCache.js'
import { pictureKey } from './createPictureLoader.js'
import type { LoadResult, PictureLoader } from './createPictureLoader.js'
import type { OpenedSeal } from './createSealer.js'
import { createQueue } from './createQueue.js'
import { createSingleFlight } from './createSingleFlight.js'
import type { ResolvedPicturesOptions } from './resolvePicturesOptions.js'
import type { Picture, PictureContext, PictureProblem } from './types.js'

/** More pictures at work than this are turned away: their clients come back. */
const MAX_PENDING = 1_000
/** Numbers may share a resizer: each has so few pictures in its queue that those of another need not wait for long. */
const MAX_RESIZING = 50
const BUSY: PictureProblem = { kind: 'unavailable', code: 'overloaded', retryAfterMs: 1_000 }
const FAILED: PictureProblem = { kind: 'unavailable', code: 'internal' }

export type MadePicture = { readonly kind: 'made'; readonly picture: CachedPicture } | PictureProblem

/** Makes pictures that are not cached: one fetch per picture, one resize per size, whoever else asks meanwhile. */
export interface PictureMaker {
  /** `size` 0 is the original. */
  make(seal: OpenedSeal, size: number, etag: string, waiting: MakeOptions): Promise<MadePicture>
  close(reason: unknown): void
  readonly pending: number
  readonly resizes: number
}

export interface MakeOptions {
  readonly context: PictureContext
  readonly signal: AbortSignal | undefined
}

export function createPictureMaker(
  { resizer, clock, emit }: ResolvedPicturesOptions,
  cache: PictureCache,
  loader: PictureLoader,
): PictureMaker {
  const originals = createSingleFlight<LoadResult>()
  const makings = createSingleFlight<MadePicture>()
  const turns = createQueue(MAX_RESIZING, MAX_PENDING)
  let resizes = 0

  async function original(seal: OpenedSeal, options: MakeOptions): Promise<LoadResult> {
    const key = pictureKey(seal)
    const cached = cache.original(key)
    if (cached !== undefined) return { kind: 'loaded', picture: cached }
    return originals.run(key, options.signal, (signal) => loader.load(seal, options.context, signal))
  }

  async function inTurn(picture: Picture, size: number, signal: AbortSignal) {
    const place = turns.enter(signal)
    if (resizer === undefined || place === undefined) return { kind: 'busy' } as const
    const leave = await place
    try {
      return await resizer.resize(picture, { size, signal })
    } catch (error) {
      if (signal.aborted) throw error
      return { kind: 'failed' } as const
    } finally {
      leave()
    }
  }

  async function resize(seal: OpenedSeal, picture: Picture, size: number, signal: AbortSignal) {
    if (resizer === undefined) return picture
    const startedMs = clock.now()
    const result = await inTurn(picture, size, signal)
    const durationMs = clock.now() - startedMs
    const bytes = result.kind === 'resized' ? result.picture.bytes.length : undefined
    emit({ type: 'picture_resize', outcome: result.kind, size, durationMs, bytes })
    if (result.kind === 'failed') return FAILED
    if (result.kind === 'busy') return BUSY
    if (result.kind === 'unreadable') return loader.refuse(seal)
    resizes++
    return result.picture
  }

  async function make(
    seal: OpenedSeal,
    size: number,
    etag: string,
    options: { context: PictureContext; signal: AbortSignal },
  ): Promise<MadePicture> {
    const key = pictureKey(seal)
    const loaded = await original(seal, options)
    if (loaded.kind !== 'loaded') return loaded
    if (size === 0) return { kind: 'made', picture: cache.put(key, 0, { ...loaded.picture, etag }) }
    cache.retire(key, loaded.picture)
    const resized = await resize(seal, loaded.picture, size, options.signal)
    if ('kind' in resized) return resized
    return { kind: 'made', picture: cache.put(key, size, { ...resized, etag }) }
  }

  return {
    async make(seal, size, etag, { context, signal }) {
      if (makings.size >= MAX_PENDING) return BUSY
      return makings.run(`${pictureKey(seal)}/${size}`, signal, (signal) =>
        make(seal, size, etag, { context, signal }),
      )
    },
    close(reason) {
      makings.close(reason)
      originals.close(reason)
    },
    get pending() {
      return makings.size
    },
    get resizes() {
      return resizes
    },
  }
}
