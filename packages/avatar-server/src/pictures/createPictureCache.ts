import { LRUCache } from 'lru-cache'
import type { Picture } from './types.js'

/** What an entry costs beside its bytes: keys, headers and the maps' own. */
const ENTRY_BYTES = 1_024
/** The part of the memory kept for originals from which a size was just made: the next size needs them again. */
const WORKSHOP_PART = 1 / 8

/** A picture as it is sent, with room for its ready-made headers. */
export interface CachedPicture extends Picture {
  readonly etag: string
  /** The headers made last, and the whole minutes of life they were made for. */
  ready: { readonly minutes: number; readonly headers: Readonly<Record<string, string>> } | undefined
}

/** Pictures by identity and size, bounded by bytes, least recently used first out. */
export interface PictureCache {
  /** `size` 0 is the original. */
  get(picture: string, size: number): CachedPicture | undefined
  put(picture: string, size: number, value: Picture & { etag: string }): CachedPicture
  /** An original to make sizes of, wherever it is kept. */
  original(picture: string): Picture | undefined
  /** Keeps an original for the next sizes only, on a small part of the memory. Nothing to do without a resizer. */
  retire(picture: string, value: Picture): void
  clear(): void
  readonly entries: number
  readonly bytes: number
}

export function createPictureCache(maxBytes: number, hasResizer: boolean): PictureCache {
  const workshopBytes = hasResizer ? Math.max(1, Math.floor(maxBytes * WORKSHOP_PART)) : 0
  const sizeCalculation = ({ bytes }: Picture): number => bytes.length + ENTRY_BYTES
  const served = new LRUCache<string, CachedPicture>({ maxSize: maxBytes - workshopBytes, sizeCalculation })
  const workshop = hasResizer
    ? new LRUCache<string, Picture>({ maxSize: workshopBytes, sizeCalculation })
    : undefined
  return {
    get: (picture, size) => served.get(`${picture}/${size}`),
    put(picture, size, { bytes, type, etag }) {
      const cached: CachedPicture = { bytes, type, etag, ready: undefined }
      served.set(`${picture}/${size}`, cached)
      return cached
    },
    original: (picture) => workshop?.get(picture) ?? served.get(`${picture}/0`),
    retire(picture, value) {
      if (workshop === undefined) return
      workshop.set(picture, { bytes: value.bytes, type: value.type })
      served.delete(`${picture}/0`)
    },
    clear() {
      served.clear()
      workshop?.clear()
    },
    get entries() {
      return served.size + (workshop?.size ?? 0)
    },
    get bytes() {
      return served.calculatedSize + (workshop?.calculatedSize ?? 0)
    },
  }
}
