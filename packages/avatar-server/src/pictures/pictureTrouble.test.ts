import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import {
  CHAT,
  OTHER_CHAT,
  createLookUps,
  get,
  jpegBytes,
  sealOf,
  startCdn,
  startPictures,
} from './pictures.kit.js'
import type { PictureResizer } from './types.js'

const PICTURE = { chatId: CHAT, pictureId: '1_2_3_n.jpg' }
const OTHER = { chatId: CHAT, pictureId: '9_9_9_n.jpg' }

test('default: a dead link is looked up again once, and the new link serves the same url', async () => {
  const cdn = await startCdn()
  const { pictures, events } = await startPictures(cdn)
  cdn.answer((request, response) => {
    if (request.url === '/dead') response.writeHead(403).end()
    else response.end(jpegBytes())
  })
  const lookUps = createLookUps({ ...PICTURE, link: cdn.link('/dead') })
  lookUps.again = { ...PICTURE, link: cdn.link('/alive') }
  const sealed = sealOf(pictures, PICTURE)
  expect(await get(pictures, lookUps, { sealed })).toMatchObject({ status: 200, body: jpegBytes() })
  expect(lookUps.count).toBe(1)
  expect(events).toContainEqual({ type: 'picture_look_up_again', outcome: 'same', durationMs: 0 })
})

test('a link past its time is not even tried', async () => {
  const cdn = await startCdn()
  const { pictures, clock } = await startPictures(cdn)
  const lookUps = createLookUps({ ...PICTURE, link: cdn.link('/old'), expiresAtMs: clock.now() })
  lookUps.again = { ...PICTURE, link: cdn.link('/new'), expiresAtMs: clock.now() + 1 }
  await get(pictures, lookUps, { sealed: sealOf(pictures, PICTURE) })
  expect(cdn.requests.map(({ url }) => url)).toEqual(['/new'])
})

test.each([
  ['another picture', OTHER],
  ['none', undefined],
])('%s found ends in a 404 of short life, and costs one look-up a minute', async (_name, found) => {
  const cdn = await startCdn()
  const { pictures, clock } = await startPictures(cdn)
  const lookUps = createLookUps()
  lookUps.again = found
  const sealed = sealOf(pictures, PICTURE)
  for (let request = 0; request < 5; request++) {
    const response = await get(pictures, lookUps, { sealed })
    expect(response).toMatchObject({
      status: 404,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'private, max-age=60' },
    })
    expect(JSON.parse(String(response.body))).toMatchObject({ status: 404, code: 'missing_result' })
  }
  expect(lookUps.count).toBe(1)
  clock.advance(59_999)
  await get(pictures, lookUps, { sealed })
  expect(lookUps.count).toBe(1)
  clock.advance(1)
  await get(pictures, lookUps, { sealed })
  expect(lookUps.count).toBe(2)
  expect(cdn.requests.length).toBe(0)
})

test('a newer picture known already still lets the old url find out once', async () => {
  const { pictures } = await startPictures(undefined)
  const lookUps = createLookUps({ ...OTHER, bytes: jpegBytes() })
  expect((await get(pictures, lookUps, { sealed: sealOf(pictures, PICTURE) })).status).toBe(404)
  expect((await get(pictures, lookUps, { sealed: sealOf(pictures, OTHER) })).status).toBe(200)
  expect(lookUps.count).toBe(1)
})

test('the new link dead as well is 404, without asking on and on', async () => {
  const cdn = await startCdn()
  const { pictures } = await startPictures(cdn)
  cdn.answer((_request, response) => response.writeHead(410).end())
  const lookUps = createLookUps({ ...PICTURE, link: cdn.link() })
  const sealed = sealOf(pictures, PICTURE)
  for (let request = 0; request < 3; request++)
    expect((await get(pictures, lookUps, { sealed })).status).toBe(404)
  expect([lookUps.count, cdn.requests.length]).toEqual([1, 2])
})

test('two urls of one chat wait for one look-up', async () => {
  const { pictures } = await startPictures(undefined)
  const lookUps = createLookUps()
  lookUps.again = { ...PICTURE, bytes: jpegBytes() }
  const both = [PICTURE, OTHER].map((source) => get(pictures, lookUps, { sealed: sealOf(pictures, source) }))
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 404])
  expect(lookUps.count).toBe(1)
})

test('a look-up that fails is 503 with Retry-After, and is not repeated within the minute', async () => {
  const { pictures, clock, events } = await startPictures(undefined)
  const lookUps = createLookUps()
  lookUps.beforeAgain = () => Promise.reject(new Error('down'))
  const sealed = sealOf(pictures, PICTURE)
  expect(await get(pictures, lookUps, { sealed })).toMatchObject({
    status: 503,
    headers: { 'retry-after': '60', 'cache-control': 'no-store' },
  })
  clock.advance(20_000)
  expect(await get(pictures, lookUps, { sealed })).toMatchObject({
    status: 503,
    headers: { 'retry-after': '40' },
  })
  expect(lookUps.count).toBe(1)
  expect(events).toContainEqual({ type: 'picture_look_up_again', outcome: 'failed', durationMs: 0 })
  // What a look-up of somebody else brings is used meanwhile.
  lookUps.known = { ...PICTURE, bytes: jpegBytes() }
  expect((await get(pictures, lookUps, { sealed })).status).toBe(200)
})

test('a look-up gets five seconds, then its signal aborts and the answer is 503', async () => {
  const { pictures, clock, events } = await startPictures(undefined)
  const lookUps = createLookUps()
  const began = new Promise<AbortSignal>((resolve) => {
    lookUps.beforeAgain = (signal) => {
      resolve(signal)
      return new Promise(() => {})
    }
  })
  const asked = get(pictures, lookUps, { sealed: sealOf(pictures, PICTURE) })
  const signal = await began
  clock.advance(4_999)
  expect(signal.aborted).toBe(false)
  clock.advance(1)
  expect(signal.aborted).toBe(true)
  expect(await asked).toMatchObject({ status: 503, headers: { 'retry-after': '55' } })
  expect(events).toContainEqual({ type: 'picture_look_up_again', outcome: 'timeout', durationMs: 5_000 })
  expect(clock.timers).toBe(0)
})

test('who leaves during a look-up does not waste it', async () => {
  const { pictures } = await startPictures(undefined)
  const lookUps = createLookUps()
  const leaving = new AbortController()
  lookUps.beforeAgain = () => {
    leaving.abort(new Error('left'))
    return Promise.resolve()
  }
  const sealed = sealOf(pictures, PICTURE)
  await expect(get(pictures, lookUps, { sealed, signal: leaving.signal })).rejects.toThrow('left')
  lookUps.known = { ...PICTURE, bytes: jpegBytes() }
  expect((await get(pictures, lookUps, { sealed })).status).toBe(200)
  expect(lookUps.count).toBe(1)
})

test('trouble at the picture host is 5xx with Retry-After, asked again after ten seconds, and no look-up', async () => {
  const cdn = await startCdn()
  const { pictures, clock } = await startPictures(cdn)
  cdn.answer((_request, response) => response.writeHead(500).end())
  const source = { ...PICTURE, link: cdn.link() }
  const lookUps = createLookUps(source)
  const sealed = sealOf(pictures, source)
  for (let request = 0; request < 3; request++) {
    expect(await get(pictures, lookUps, { sealed })).toMatchObject({
      status: 502,
      headers: { 'retry-after': '10' },
    })
  }
  expect(cdn.requests.length).toBe(1)
  cdn.answer((_request, response) => void response.end(jpegBytes()))
  clock.advance(10_000)
  expect((await get(pictures, lookUps, { sealed })).status).toBe(200)
  expect(lookUps.count).toBe(0)
})

test('a host that hangs is 504 when the time is up', async () => {
  const cdn = await startCdn()
  const { pictures, clock } = await startPictures(cdn, { pictureTimeoutMs: 8_000 })
  const arrived = new Promise<void>((resolve) => cdn.answer(() => resolve()))
  const source = { ...PICTURE, link: cdn.link() }
  const asked = get(pictures, createLookUps(source), { sealed: sealOf(pictures, source) })
  await arrived
  clock.advance(8_000)
  expect((await asked).status).toBe(504)
})

test('a body that is no picture is 404, told to the operator, and not fetched again for five minutes', async () => {
  const cdn = await startCdn()
  const { pictures, clock, events } = await startPictures(cdn)
  cdn.answer((_request, response) => response.setHeader('content-type', 'image/png').end('<svg/>'))
  const source = { ...PICTURE, link: cdn.link() }
  const sealed = sealOf(pictures, source)
  for (let request = 0; request < 3; request++) {
    expect((await get(pictures, createLookUps(source), { sealed })).status).toBe(404)
  }
  expect(cdn.requests.length).toBe(1)
  expect(events).toContainEqual({
    type: 'picture_fetch',
    outcome: 'refused',
    reason: 'not_a_picture',
    durationMs: 0,
  })
  clock.advance(5 * 60_000)
  await get(pictures, createLookUps(source), { sealed })
  expect(cdn.requests.length).toBe(2)
})

test('a link to an unlisted host is 404, and the operator is told which host', async () => {
  const { pictures, events } = await startPictures(undefined)
  const source = { ...PICTURE, link: 'https://cdn.example.com/1.jpg?oh=secret' }
  expect((await get(pictures, createLookUps(source), { sealed: sealOf(pictures, source) })).status).toBe(404)
  expect(events).toContainEqual({
    type: 'picture_fetch',
    outcome: 'refused',
    reason: 'host_not_listed',
    host: 'cdn.example.com',
    durationMs: 0,
  })
})

test('bytes of a look-up that are no picture are not served', async () => {
  const { pictures } = await startPictures(undefined)
  for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '']) {
    const source = { ...PICTURE, bytes: new TextEncoder().encode(text) }
    const response = await get(pictures, createLookUps(source), { sealed: sealOf(pictures, source) })
    expect(response.status).toBe(404)
  }
})

test('an original that cannot be read is 404, a busy resizer 503, a broken one 500', async () => {
  let answer: ReturnType<PictureResizer['resize']>
  const resizer: PictureResizer = { resize: () => answer }
  const { pictures, events } = await startPictures(undefined, { resizer })
  const sources = ['a', 'b', 'c'].map((pictureId) => ({ chatId: OTHER_CHAT, pictureId, bytes: jpegBytes() }))
  const ask = (index: number) => {
    const source = sources[index] ?? PICTURE
    return get(pictures, createLookUps(source), { sealed: sealOf(pictures, source), size: '96' })
  }
  answer = Promise.resolve({ kind: 'unreadable' })
  expect((await ask(0)).status).toBe(404)
  answer = Promise.resolve({ kind: 'busy' })
  expect(await ask(1)).toMatchObject({ status: 503, headers: { 'retry-after': '1' } })
  answer = Promise.reject(new Error('broken'))
  expect((await ask(2)).status).toBe(500)
  expect(events.at(-1)).toMatchObject({ type: 'picture_resize', outcome: 'failed' })
  answer = Promise.resolve({ kind: 'resized', picture: { bytes: Uint8Array.of(1), type: 'image/webp' } })
  expect((await ask(1)).status).toBe(200)
  expect((await ask(2)).status).toBe(200)
})

test('links, phones and picture names are in no response, event or counter, whatever happens', async () => {
  const cdn = await startCdn()
  const { pictures, events } = await startPictures(cdn)
  const said: unknown[] = []
  const answers: Parameters<typeof cdn.answer>[0][] = [
    (_request, response) => response.writeHead(500).end(CHAT),
    (_request, response) => response.writeHead(403).end(cdn.link()),
    (_request, response) => response.end('<svg>'),
    (_request, response) => response.destroy(),
    (_request, response) => response.writeHead(302, { location: 'https://evil.example/CANARY' }).end(),
    (_request, response) => void response.end(jpegBytes()),
  ]
  for (const [index, answer] of answers.entries()) {
    cdn.answer(answer)
    const source = { chatId: CHAT, pictureId: `CANARY${index}`, link: cdn.link('/CANARY?oh=CANARY') }
    const lookUps = createLookUps(source)
    lookUps.beforeAgain = () => Promise.reject(new Error('CANARY'))
    said.push(pictures.seal(source, 0), await get(pictures, lookUps, { sealed: sealOf(pictures, source) }))
  }
  const text = inspect([said, events, pictures.stats(), pictures], { depth: 9, showHidden: true })
  expect(text).not.toContain('CANARY')
  expect(text).not.toContain('5521999990000')
})
