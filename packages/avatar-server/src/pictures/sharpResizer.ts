import { availableParallelism } from 'node:os'
import sharp from 'sharp'
import { createQueue } from './createQueue.js'
import type { PictureResizer, ResizeResult } from './types.js'

/** Node runs file and DNS work on the same four threads: one is left to them. */
const MAX_CONCURRENCY = 3
const TIMEOUT_SECONDS = 5

/** Options of {@link sharpResizer}. */
export interface SharpResizerOptions {
  /** Pictures resized at a time, on threads of their own: one less than the processors, 1 to 3, by default. */
  concurrency?: number | undefined
  /** Pictures that may wait for it; more are answered 503 with `Retry-After`: 500 by default. */
  maxWaiting?: number | undefined
  /** WebP quality, 1 to 100: 75 by default, about 1.4 kB at 96 pixels. */
  quality?: number | undefined
  /** Originals of more pixels are refused: 10,000,000 by default. WhatsApp's have about 410,000. */
  maxInputPixels?: number | undefined
}

/**
 * Makes small WebP pictures by `sharp`, an optional peer dependency: install it to use this. Squares are cut from
 * the centre, nothing is enlarged, all metadata (place, camera, colour profile) is left behind, and of an animation
 * the first frame stays.
 *
 * @throws {RangeError} When an option is out of its range.
 * @example
 * import { createAvatarHandler } from '@greenapi/avatar-server'
 * import { sharpResizer } from '@greenapi/avatar-server/sharp'
 *
 * const handler = createAvatarHandler({ authorize, resizer: sharpResizer() })
 */
export function sharpResizer(options: SharpResizerOptions = {}): PictureResizer {
  const concurrency = inRange(
    'concurrency',
    options.concurrency ?? Math.min(MAX_CONCURRENCY, Math.max(1, availableParallelism() - 1)),
    64,
  )
  const maxWaiting = inRange('maxWaiting', options.maxWaiting ?? 500, 100_000)
  const quality = inRange('quality', options.quality ?? 75, 100)
  const limitInputPixels = inRange('maxInputPixels', options.maxInputPixels ?? 10_000_000, 268_402_689)
  const queue = createQueue(concurrency, maxWaiting)

  async function toWebp(bytes: Uint8Array, size: number): Promise<ResizeResult> {
    try {
      const output = await sharp(bytes, { limitInputPixels, failOn: 'error', sequentialRead: true })
        .timeout({ seconds: TIMEOUT_SECONDS })
        .rotate()
        .resize(size, size, { fit: 'cover', withoutEnlargement: true })
        .webp({ quality })
        .toBuffer()
      return { kind: 'resized', picture: { bytes: new Uint8Array(output), type: 'image/webp' } }
    } catch {
      return { kind: 'unreadable' }
    }
  }

  return {
    async resize({ bytes }, { size, signal }) {
      const place = queue.enter(signal)
      if (place === undefined) return { kind: 'busy' }
      const leave = await place
      try {
        return await toWebp(bytes, size)
      } finally {
        leave()
      }
    },
  }
}

function inRange(name: string, value: number, max: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= max) return value
  throw new RangeError(
    `@greenapi/avatar-server: ${name} of sharpResizer must be a whole number from 1 to ${max}.`,
  )
}
