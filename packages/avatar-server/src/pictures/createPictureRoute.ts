import { LRUCache } from 'lru-cache'
import type { PictureCache } from './createPictureCache.js'
import type { PictureMaker } from './createPictureMaker.js'
import { pictureKey } from './createPictureLoader.js'
import type { OpenedSeal, Sealer } from './createSealer.js'
import { createPictureResponses, matchesEtag } from './pictureResponses.js'
import type { ResolvedPicturesOptions } from './resolvePicturesOptions.js'
import type { PictureContext, PictureRequest, PictureResponse, Pictures } from './types.js'

/** One opened url is remembered per so many bytes of picture memory. */
const BYTES_PER_OPENED = 4_096
const MIN_OPENED = 100
const MAX_OPENED = 50_000
const HIT = Object.freeze({ type: 'picture_cache', outcome: 'hit' })
const MISS = Object.freeze({ type: 'picture_cache', outcome: 'miss' })

/**
 * The same on every server, and known before the picture is. Weak, because two versions of sharp may not make the
 * same bytes.
 */
export const etagOf = (seal: OpenedSeal, size: number): string => `W/"${seal.digest}-${size}"`

export interface PictureRouteOptions {
  readonly options: ResolvedPicturesOptions
  readonly sealer: Sealer
  readonly cache: PictureCache
  readonly maker: PictureMaker
  readonly sizes: readonly number[]
}

/** Answers requests for pictures. */
export interface PictureRoute {
  readonly respond: Pictures['respond']
  readonly hits: number
  readonly misses: number
  close(): void
}

interface Opened {
  readonly seal: OpenedSeal
  readonly key: string
}

export function createPictureRoute({
  options,
  sealer,
  cache,
  maker,
  sizes,
}: PictureRouteOptions): PictureRoute {
  const { clock, emit, pictureAccess } = options
  const responses = createPictureResponses({ ...options, access: pictureAccess })
  // Without a resizer all sizes are the original, so that a url works on every server of a mixed fleet.
  const knownSizes = new Map(sizes.map((size) => [String(size), options.resizer === undefined ? 0 : size]))
  const openedBytes = Math.floor(options.pictureCacheBytes / BYTES_PER_OPENED)
  // Opening costs more than all else in answering from the cache, so it is done once per url.
  const opened = new LRUCache<string, Opened>({
    max: Math.min(MAX_OPENED, Math.max(MIN_OPENED, openedBytes)),
  })
  let isClosed = false
  let hits = 0
  let misses = 0

  function open(text: string, nowMs: number): Opened | undefined {
    const known = opened.get(text)
    if (known !== undefined && nowMs < known.seal.expiresAtMs) return known
    const seal = sealer.open(text, nowMs)
    if (seal === undefined) {
      opened.delete(text)
      return undefined
    }
    const entry = { seal, key: pictureKey(seal) }
    opened.set(text, entry)
    return entry
  }

  function serve(
    { seal, key }: Opened,
    size: number,
    request: PictureRequest,
    context: PictureContext,
  ): PictureResponse | Promise<PictureResponse> {
    const lifeLeftMs = seal.expiresAtMs - clock.now()
    const { ifNoneMatch } = request
    if (ifNoneMatch !== undefined && matchesEtag(ifNoneMatch, etagOf(seal, size))) {
      hits++
      emit(HIT)
      return responses.notModified(etagOf(seal, size), lifeLeftMs)
    }
    const cached = cache.get(key, size)
    if (cached === undefined) return make(seal, size, request, context)
    hits++
    emit(HIT)
    return withoutBodyForHead(request, responses.picture(cached, lifeLeftMs))
  }

  async function make(
    seal: OpenedSeal,
    size: number,
    request: PictureRequest,
    context: PictureContext,
  ): Promise<PictureResponse> {
    misses++
    emit(MISS)
    try {
      const made = await maker.make(seal, size, etagOf(seal, size), { context, signal: request.signal })
      if (made.kind !== 'made') return withoutBodyForHead(request, responses.problem(made))
      return withoutBodyForHead(request, responses.picture(made.picture, seal.expiresAtMs - clock.now()))
    } catch (error) {
      if (isClosed && request.signal?.aborted !== true) return refuseClosed()
      throw error
    }
  }

  async function authorizeAndServe(
    entry: Opened,
    size: number,
    request: PictureRequest,
    context: PictureContext,
  ): Promise<PictureResponse> {
    if (context.authorize === undefined) {
      throw new TypeError("@greenapi/avatar-server: pictureAccess 'authorize' needs context.authorize.")
    }
    const verdict = await context.authorize(entry.seal.chatId)
    if (typeof verdict === 'object') return verdict
    if (!verdict)
      return withoutBodyForHead(request, responses.problem({ kind: 'unavailable', code: 'forbidden' }))
    return serve(entry, size, request, context)
  }

  const refuseClosed = (): PictureResponse =>
    responses.problem({ kind: 'unavailable', code: 'overloaded', retryAfterMs: 1_000 })

  return {
    respond(request, context) {
      if (isClosed) return refuseClosed()
      if (request.method !== 'GET' && request.method !== 'HEAD') return responses.methodNotAllowed()
      const size = request.size === undefined ? 0 : knownSizes.get(request.size)
      if (size === undefined) {
        return withoutBodyForHead(request, responses.problem({ kind: 'unavailable', code: 'bad_request' }))
      }
      const entry = open(request.sealed, clock.now())
      if (entry === undefined) return withoutBodyForHead(request, responses.problem({ kind: 'gone' }))
      return pictureAccess === 'authorize'
        ? authorizeAndServe(entry, size, request, context)
        : serve(entry, size, request, context)
    },
    get hits() {
      return hits
    },
    get misses() {
      return misses
    },
    close() {
      isClosed = true
      opened.clear()
    },
  }
}

/** HEAD gets the headers of GET, and no body (RFC 9110, 9.3.2). */
function withoutBodyForHead(request: PictureRequest, response: PictureResponse): PictureResponse {
  return request.method === 'HEAD' ? { ...response, body: undefined } : response
}
