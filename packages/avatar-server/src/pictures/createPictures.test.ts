import { expect, test } from 'vitest'
import { PICTURE_SIZES } from './createPictures.js'
import {
  CHAT,
  HOUR_MS,
  OTHER_CHAT,
  START_MS,
  createLookUps,
  get,
  jpegBytes,
  sealOf,
  startCdn,
  startPictures,
} from './pictures.kit.js'
import type { PictureResizer, PictureSource } from './types.js'

const PICTURE = { chatId: CHAT, pictureId: '1_2_3_n.jpg' }

/** Counts, and makes nothing smaller: what is made says its size. */
function createTestResizer(): PictureResizer & { sizes: number[] } {
  const sizes: number[] = []
  return {
    sizes,
    resize(_picture, { size }) {
      sizes.push(size)
      return Promise.resolve({
        kind: 'resized',
        picture: { bytes: Uint8Array.of(size & 0xff), type: 'image/webp' },
      })
    },
  }
}

test('default: the bytes of the picture, private and for as long as the url lives', async () => {
  const cdn = await startCdn()
  const { pictures } = await startPictures(cdn)
  const source = { ...PICTURE, link: cdn.link() }
  const { url, validForMs } = pictures.seal(source, START_MS)
  expect(url).toMatch(/^picture\/[A-Za-z0-9_-]{47}$/)
  const response = await get(pictures, createLookUps(source), { sealed: url.slice('picture/'.length) })
  expect(response).toEqual({
    status: 200,
    headers: {
      'content-type': 'image/jpeg',
      'content-length': '64',
      'cache-control': `private, max-age=${Math.floor(validForMs / 60_000) * 60}, immutable`,
      etag: expect.stringMatching(/^W\/"[A-Za-z0-9_-]{11}-0"$/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
    body: jpegBytes(),
  })
})

test('a cached picture is answered without a promise, a fetch or a look-up', async () => {
  const cdn = await startCdn()
  const { pictures, events } = await startPictures(cdn)
  const source = { ...PICTURE, link: cdn.link() }
  const sealed = sealOf(pictures, source)
  const first = await get(pictures, createLookUps(source), { sealed })
  const nothing = createLookUps()
  const second = pictures.respond({ method: 'GET', sealed }, nothing)
  expect(second).toEqual(first)
  expect(cdn.requests.length).toBe(1)
  expect(nothing.count).toBe(0)
  expect(events.map(({ type }) => type)).toEqual(['picture_cache', 'picture_fetch', 'picture_cache'])
  expect(pictures.stats()).toMatchObject({ hits: 1, misses: 1, fetches: 1, cachedPictures: 1, pending: 0 })
})

test('with the picture host and GREEN-API down, cached pictures are served on, into the next step too', async () => {
  const cdn = await startCdn()
  const { pictures, clock } = await startPictures(cdn)
  const source = { ...PICTURE, link: cdn.link() }
  const lookUps = createLookUps(source)
  const { renewInMs, url } = pictures.seal(source, START_MS)
  await get(pictures, lookUps, { sealed: url.slice('picture/'.length) })
  cdn.answer((_request, response) => response.destroy())
  lookUps.known = undefined
  lookUps.beforeAgain = () => Promise.reject(new Error('down'))
  clock.advance(renewInMs)
  const next = sealOf(pictures, source, clock.now())
  expect(next).not.toBe(url.slice('picture/'.length))
  for (const sealed of [next, url.slice('picture/'.length)]) {
    expect(await get(pictures, lookUps, { sealed })).toMatchObject({ status: 200, body: jpegBytes() })
  }
  expect([cdn.requests.length, lookUps.count]).toEqual([1, 0])
})

test('a dead url is 404 although its picture is cached', async () => {
  const cdn = await startCdn()
  const { pictures, clock } = await startPictures(cdn)
  const source = { ...PICTURE, link: cdn.link() }
  const lookUps = createLookUps(source)
  const { validForMs } = pictures.seal(source, START_MS)
  expect(validForMs).toBeGreaterThanOrEqual(24 * HOUR_MS)
  expect(validForMs).toBeLessThanOrEqual(48 * HOUR_MS)
  const sealed = sealOf(pictures, source)
  await get(pictures, lookUps, { sealed })
  clock.advance(validForMs - 1)
  expect(await get(pictures, lookUps, { sealed })).toMatchObject({
    status: 200,
    headers: { 'cache-control': 'private, max-age=0, immutable' },
  })
  clock.advance(1)
  expect(await get(pictures, lookUps, { sealed })).toMatchObject({
    status: 404,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'private, max-age=60' },
  })
})

test('what was not sealed here is 404, whatever it looks like', async () => {
  const { pictures } = await startPictures(undefined)
  const lookUps = createLookUps({ ...PICTURE, bytes: jpegBytes() })
  for (const sealed of [
    '',
    'A'.repeat(47),
    '5521999990000@c.us',
    '../../etc/passwd',
    '%2e%2e',
    'é'.repeat(9),
  ]) {
    expect((await get(pictures, lookUps, { sealed })).status).toBe(404)
  }
  expect(lookUps.count).toBe(0)
})

test('another server with the same secret serves the same url, and one with another secret does not', async () => {
  const cdn = await startCdn()
  const [here, there, stranger] = await Promise.all([
    startPictures(cdn),
    startPictures(cdn),
    startPictures(cdn, { keyMaterial: new Uint8Array(32).fill(1) }),
  ])
  const source = { ...PICTURE, link: cdn.link() }
  const sealed = sealOf(here.pictures, source)
  expect(sealOf(there.pictures, source)).toBe(sealed)
  const lookUps = createLookUps(source)
  lookUps.known = undefined
  expect(await get(there.pictures, lookUps, { sealed })).toMatchObject({ status: 200, body: jpegBytes() })
  expect(lookUps.count).toBe(1)
  expect((await get(stranger.pictures, lookUps, { sealed })).status).toBe(404)
  expect(lookUps.count).toBe(1)
})

test('fifty requests for one picture in two sizes: one fetch, one resize each', async () => {
  const cdn = await startCdn()
  const resizer = createTestResizer()
  const { pictures } = await startPictures(cdn, { resizer })
  const source = { ...PICTURE, link: cdn.link() }
  const sealed = sealOf(pictures, source)
  const lookUps = createLookUps(source)
  const asked = Array.from({ length: 50 }, (_, index) =>
    get(pictures, lookUps, { sealed, size: index % 2 === 0 ? '48' : '96' }),
  )
  const bodies = (await Promise.all(asked)).map(({ body }) => body)
  expect(bodies.slice(0, 2)).toEqual([Uint8Array.of(48), Uint8Array.of(96)])
  expect(cdn.requests.length).toBe(1)
  expect(new Set(resizer.sizes)).toEqual(new Set([48, 96]))
  expect(resizer.sizes.length).toBe(2)
  // A third size is made from the original that is still there.
  expect((await get(pictures, lookUps, { sealed, size: '192' })).body).toEqual(Uint8Array.of(192))
  expect((await get(pictures, lookUps, { sealed })).body).toEqual(jpegBytes())
  expect(cdn.requests.length).toBe(1)
})

test('one number leaves room in a resizer that it shares: its pictures wait for each other', async () => {
  const waiting = new Set<() => void>()
  const resizer: PictureResizer = {
    resize: (picture) =>
      new Promise((resolve) => {
        waiting.add(() => resolve({ kind: 'resized', picture }))
      }),
  }
  const { pictures } = await startPictures(undefined, { resizer })
  const asked = Array.from({ length: 80 }, (_, n) => {
    const source = { chatId: CHAT, pictureId: `${n}_n.jpg`, bytes: jpegBytes() }
    return get(pictures, createLookUps(source), { sealed: sealOf(pictures, source), size: '48' })
  })
  await expect.poll(() => waiting.size).toBe(50)
  for (const finish of waiting) finish()
  await expect.poll(() => waiting.size).toBe(80)
  for (const finish of waiting) finish()
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(80).fill(200))
})

test('sizes are told with a resizer and left out without, where each of them is the original', async () => {
  const cdn = await startCdn()
  const source = { ...PICTURE, link: cdn.link() }
  const withResizer = await startPictures(cdn, { resizer: createTestResizer() })
  const without = await startPictures(cdn)
  expect(withResizer.pictures.sizes).toEqual([48, 96, 192, 384])
  expect(without.pictures.sizes).toBeUndefined()
  for (const size of PICTURE_SIZES) {
    const request = { sealed: sealOf(without.pictures, source), size: String(size) }
    expect(await get(without.pictures, createLookUps(source), request)).toMatchObject({ body: jpegBytes() })
  }
  expect(cdn.requests.length).toBe(1)
})

test('a size that is not on the list is 400', async () => {
  const { pictures } = await startPictures(undefined, { resizer: createTestResizer() })
  const source = { ...PICTURE, bytes: jpegBytes() }
  for (const size of ['', '0', '47', '96.0', '096', ' 96', '1e2', '100000', '-48']) {
    expect(
      (await get(pictures, createLookUps(source), { sealed: sealOf(pictures, source), size })).status,
    ).toBe(400)
  }
})

test('HEAD has the headers of GET and no body, and other methods are 405', async () => {
  const { pictures } = await startPictures(undefined)
  const source = { ...PICTURE, bytes: jpegBytes() }
  const sealed = sealOf(pictures, source)
  const context = createLookUps(source)
  const { headers } = await get(pictures, context, { sealed })
  expect(await get(pictures, context, { sealed, method: 'HEAD' })).toEqual({
    status: 200,
    headers,
    body: undefined,
  })
  expect(await get(pictures, context, { sealed: 'no', method: 'HEAD' })).toMatchObject({
    status: 404,
    body: undefined,
  })
  for (const method of ['POST', 'PUT', 'DELETE', 'TRACE', 'get']) {
    expect(await get(pictures, context, { sealed, method })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    })
  }
})

test('a known entity tag is 304, on a server too that never saw the picture', async () => {
  const [here, there] = [await startPictures(undefined), await startPictures(undefined)]
  const source = { ...PICTURE, bytes: jpegBytes() }
  const sealed = sealOf(here.pictures, source)
  const { headers } = await get(here.pictures, createLookUps(source), { sealed })
  const etag = headers['etag'] ?? ''
  const nothing = createLookUps()
  for (const ifNoneMatch of [etag, etag.slice(2), `"x", ${etag} , "y"`, '*', ` ${etag}`]) {
    for (const { pictures } of [here, there]) {
      const response = await get(pictures, nothing, { sealed, ifNoneMatch })
      expect(response).toMatchObject({ status: 304, body: undefined })
      expect(response.headers).toMatchObject({ etag, 'cache-control': headers['cache-control'] })
      expect(response.headers['content-length']).toBeUndefined()
    }
  }
  for (const ifNoneMatch of ['', '"x"', 'W/"', etag.slice(3), etag.replace('-0', '-96')]) {
    expect(await get(here.pictures, nothing, { sealed, ifNoneMatch })).toMatchObject({ status: 200 })
  }
  expect((await get(here.pictures, nothing, { sealed: 'A'.repeat(47), ifNoneMatch: '*' })).status).toBe(404)
  expect(nothing.count).toBe(0)
})

test('each size has an entity tag of its own', async () => {
  const { pictures } = await startPictures(undefined, { resizer: createTestResizer() })
  const source = { ...PICTURE, bytes: jpegBytes() }
  const sealed = sealOf(pictures, source)
  const tags = await Promise.all(
    [undefined, '48', '96'].map(async (size) => {
      const request = size === undefined ? { sealed } : { sealed, size }
      return (await get(pictures, createLookUps(source), request)).headers['etag']
    }),
  )
  expect(new Set(tags).size).toBe(3)
})

test('bytes that a look-up brought along are served without a fetch or another look-up', async () => {
  const cdn = await startCdn()
  const { pictures } = await startPictures(cdn)
  const bytes = jpegBytes(500)
  const sealed = sealOf(pictures, { ...PICTURE, bytes })
  // The look-up cache keeps no bytes.
  const lookUps = createLookUps(PICTURE)
  expect(await get(pictures, lookUps, { sealed })).toMatchObject({ status: 200, body: bytes })
  expect([cdn.requests.length, lookUps.count]).toEqual([0, 0])
})

test('bytes that were dropped since are brought by another look-up', async () => {
  const bytes = jpegBytes(3_000)
  const { pictures } = await startPictures(undefined, { pictureCacheBytes: 5_000 })
  const sealed = sealOf(pictures, { ...PICTURE, bytes })
  sealOf(pictures, { chatId: OTHER_CHAT, pictureId: 'x', bytes })
  const lookUps = createLookUps(PICTURE)
  lookUps.again = { ...PICTURE, bytes }
  expect(await get(pictures, lookUps, { sealed })).toMatchObject({ status: 200, body: bytes })
  expect(lookUps.count).toBe(1)
})

test('the cache keeps its bound, whatever is asked for', async () => {
  const pictureCacheBytes = 200_000
  const { pictures } = await startPictures(undefined, { pictureCacheBytes, resizer: createTestResizer() })
  for (let index = 0; index < 500; index++) {
    const source: PictureSource = { chatId: CHAT, pictureId: `${index}.jpg`, bytes: jpegBytes(1_000 + index) }
    const sealed = sealOf(pictures, source)
    await get(pictures, createLookUps(source), { sealed, size: index % 3 === 0 ? '48' : '96' })
    expect(pictures.stats().cachedBytes).toBeLessThanOrEqual(pictureCacheBytes)
  }
  expect(pictures.stats().cachedPictures).toBeGreaterThan(10)
})

test('what is cached holds on to no larger buffer, and changes with nobody', async () => {
  const { pictures } = await startPictures(undefined)
  // A Buffer, whose own slice() copies nothing.
  const arrived = Buffer.from(jpegBytes(1_000_000)).subarray(0, 64)
  const source = { ...PICTURE, bytes: arrived }
  const sealed = sealOf(pictures, source)
  arrived.fill(0)
  const { body } = await get(pictures, createLookUps(source), { sealed })
  expect(body).toEqual(jpegBytes())
  expect(body instanceof Uint8Array ? body.buffer.byteLength : 0).toBe(64)
})

test('who leaves is rejected with their reason; the fetch ends when nobody is left', async () => {
  const cdn = await startCdn()
  const { pictures } = await startPictures(cdn)
  const source = { ...PICTURE, link: cdn.link() }
  const sealed = sealOf(pictures, source)
  const leaving = new AbortController()
  const closed = new Promise<void>((resolve) => {
    cdn.answer((_request, response) => {
      response.on('close', resolve)
      leaving.abort(new Error('left'))
    })
  })
  const asked = [1, 2].map(() => get(pictures, createLookUps(source), { sealed, signal: leaving.signal }))
  for (const one of asked) await expect(one).rejects.toThrow('left')
  await closed
  cdn.answer((_request, response) => void response.end(jpegBytes()))
  expect((await get(pictures, createLookUps(source), { sealed })).status).toBe(200)
})

test('close answers who waits with 503, frees the cache and leaves no timer', async () => {
  const cdn = await startCdn()
  const { pictures, clock } = await startPictures(cdn)
  const cached = { chatId: OTHER_CHAT, pictureId: 'x', bytes: jpegBytes() }
  const cachedSealed = sealOf(pictures, cached)
  const source = { ...PICTURE, link: cdn.link() }
  const arrived = new Promise<void>((resolve) => cdn.answer(() => resolve()))
  const waiting = get(pictures, createLookUps(source), { sealed: sealOf(pictures, source) })
  await arrived
  const lookUps = createLookUps()
  lookUps.beforeAgain = () => new Promise(() => {})
  const lookingUp = get(pictures, lookUps, {
    sealed: sealOf(pictures, { chatId: OTHER_CHAT, pictureId: 'y' }),
  })
  pictures.close()
  pictures.close()
  expect((await waiting).status).toBe(503)
  expect((await lookingUp).status).toBe(503)
  expect((await get(pictures, createLookUps(cached), { sealed: cachedSealed })).status).toBe(503)
  expect(pictures.stats()).toMatchObject({ cachedPictures: 0, cachedBytes: 0 })
  expect(clock.timers).toBe(0)
})
