/*
 * The seam to the rest of the server.
 *
 * 1. At creation: `resolvePicturesOptions(options)` throws for a bad option.
 * 2. Once per WhatsApp number, at its first use: `await createPictures(resolved, keyMaterial)`. Afterwards all is
 *    synchronous where it can be. The key material is bytes from credentials.ts, the same on every server.
 * 3. For a found picture: `seal({ chatId, pictureId, link, bytes }, now)`. Keep `url` while `renewInMs` lasts, then
 *    seal again; keep no `bytes`: `seal` stores them. `pictureId` comes from `identifyPicture`.
 * 4. For `GET|HEAD picture/{sealed}`: `respond({ method, sealed, size, ifNoneMatch, signal }, context)`. A cached
 *    picture is answered without a promise. Copy the headers before adding any: they are shared.
 * 5. On the way out: `close()`.
 */
import { createPictureCache } from './createPictureCache.js'
import { createPictureLoader, asPicture, pictureKey } from './createPictureLoader.js'
import { createPictureMaker } from './createPictureMaker.js'
import { createPictureRoute, etagOf } from './createPictureRoute.js'
import { createSealer } from './createSealer.js'
import type { ResolvedPicturesOptions } from './resolvePicturesOptions.js'
import { createSteadyClock } from '../time/steadyClock.js'
import type { PictureTransport } from './transport.js'
import type { Pictures } from './types.js'

/** The sizes that a resizer makes, in pixels: squares. */
export const PICTURE_SIZES: readonly number[] = Object.freeze([48, 96, 192, 384])

/** Only Node has what the transport needs, so its file is loaded when a picture is first fetched. */
async function loadNodeTransport(): Promise<PictureTransport> {
  const { createNodeTransport } = await import('./createNodeTransport.js').catch(() => {
    throw new Error(
      "@greenapi/avatar-server: this runtime cannot open the connections that fetching pictures needs. Use pictures: 'link'.",
    )
  })
  return createNodeTransport()
}

/**
 * Makes the picture route of one WhatsApp number.
 *
 * @param keyMaterial Secret bytes, at least 16; or several, the newest first, the rest still opening older urls.
 */
export async function createPictures(
  options: ResolvedPicturesOptions,
  keyMaterial: Uint8Array | readonly Uint8Array[],
): Promise<Pictures> {
  const { clock, emit, maxPictureBytes, resizer } = options
  const sealer = await createSealer(keyMaterial instanceof Uint8Array ? [keyMaterial] : keyMaterial)
  const closing = new AbortController()
  let transport: Promise<PictureTransport> | undefined
  const cache = createPictureCache(options.pictureCacheBytes, resizer !== undefined)
  const loader = createPictureLoader({
    clock: createSteadyClock(clock),
    emit,
    policy: options.policy,
    maxBytes: maxPictureBytes,
    timeoutMs: options.pictureTimeoutMs,
    closing: closing.signal,
    transport: () =>
      (transport ??=
        options.transport === undefined ? loadNodeTransport() : Promise.resolve(options.transport)),
  })
  const maker = createPictureMaker(options, cache, loader)
  const route = createPictureRoute({ options, sealer, cache, maker, sizes: PICTURE_SIZES })
  return {
    sizes: resizer === undefined ? undefined : PICTURE_SIZES,
    seal({ chatId, pictureId, bytes }, nowMs) {
      const { text, renewAtMs, expiresAtMs } = sealer.seal(chatId, pictureId, nowMs)
      const picture = bytes === undefined ? undefined : asPicture(bytes, maxPictureBytes)
      const seal = picture === undefined ? undefined : sealer.open(text, nowMs)
      if (picture !== undefined && seal !== undefined) {
        cache.put(pictureKey(seal), 0, { ...picture, etag: etagOf(seal, 0) })
      }
      return { url: `picture/${text}`, renewInMs: renewAtMs - nowMs, validForMs: expiresAtMs - nowMs }
    },
    respond: route.respond,
    stats: () => ({
      cachedPictures: cache.entries,
      cachedBytes: cache.bytes,
      maxCachedBytes: options.pictureCacheBytes,
      hits: route.hits,
      misses: route.misses,
      ...loader.counts,
      resizes: maker.resizes,
      pending: maker.pending,
    }),
    close() {
      if (closing.signal.aborted) return
      const reason = new DOMException('The server is closing.', 'AbortError')
      closing.abort(reason)
      route.close()
      maker.close(reason)
      cache.clear()
      transport?.then(
        (opened) => opened.close(),
        () => {},
      )
    },
  }
}
