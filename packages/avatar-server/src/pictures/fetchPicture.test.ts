import { createServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../time/clock.js'
import { createNodeTransport } from './createNodeTransport.js'
import { fetchPicture } from './fetchPicture.js'
import type { FetchPictureOptions } from './fetchPicture.js'
import { DEFAULT_PICTURE_HOSTS, parsePictureHost } from './pictureHosts.js'
import { jpegBytes, startCdn } from './pictures.kit.js'
import type { Cdn } from './pictures.kit.js'
import type { PictureTransport } from './transport.js'

const MAX_BYTES = 10_000

function fetchFrom(cdn: Cdn, link: string, options: Partial<FetchPictureOptions> = {}) {
  const transport = createNodeTransport()
  onTestFinished(() => transport.close())
  return fetchPicture(link, {
    clock: systemClock,
    transport,
    policy: { hosts: [parsePictureHost(cdn.host), ...DEFAULT_PICTURE_HOSTS], allowPrivateAddresses: true },
    maxBytes: MAX_BYTES,
    timeoutMs: 5_000,
    signal: new AbortController().signal,
    ...options,
  })
}

test('default: the bytes and the type they prove', async () => {
  const cdn = await startCdn()
  const result = await fetchFrom(cdn, cdn.link())
  expect(result).toEqual({ kind: 'fetched', picture: { bytes: jpegBytes(), type: 'image/jpeg' } })
})

test('the type is told by the bytes, whatever the sender calls them', async () => {
  const cdn = await startCdn()
  cdn.answer((_request, response) => response.setHeader('content-type', 'text/html').end(jpegBytes()))
  expect(await fetchFrom(cdn, cdn.link())).toMatchObject({ kind: 'fetched', picture: { type: 'image/jpeg' } })
})

test.each([
  ['svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['html', `<!doctype html><script>alert(1)</script>${' '.repeat(200)}`],
  ['nothing', ''],
])('%s with an image type is refused', async (_name, body) => {
  const cdn = await startCdn()
  for (const type of ['image/svg+xml', 'image/jpeg', 'image/png']) {
    cdn.answer((_request, response) => response.setHeader('content-type', type).end(body))
    expect(await fetchFrom(cdn, cdn.link())).toEqual({ kind: 'refused', reason: 'not_a_picture' })
  }
})

test.each([403, 404, 410])('%i says that the link is dead', async (status) => {
  const cdn = await startCdn()
  cdn.answer((_request, response) => response.writeHead(status).end('URL signature expired'))
  expect(await fetchFrom(cdn, cdn.link())).toEqual({ kind: 'dead' })
})

test.each([204, 206, 400, 429, 500, 503])('%i is a failure that may pass', async (status) => {
  const cdn = await startCdn()
  cdn.answer((_request, response) => response.writeHead(status).end())
  expect(await fetchFrom(cdn, cdn.link())).toEqual({ kind: 'failed', reason: 'status' })
})

test('a body over the limit is refused by its length before a byte of it is read', async () => {
  const cdn = await startCdn()
  cdn.answer((_request, response) => {
    response.setHeader('content-length', MAX_BYTES + 1).flushHeaders()
  })
  expect(await fetchFrom(cdn, cdn.link())).toEqual({ kind: 'refused', reason: 'too_large' })
})

test('an endless body is cut at the limit', async () => {
  const cdn = await startCdn()
  const closed = new Promise<void>((resolve) => {
    cdn.answer((_request, response) => {
      response.on('close', resolve)
      const pump = (): void => {
        if (!response.destroyed) response.write(new Uint8Array(4_096), pump)
      }
      response.write(jpegBytes(4_096), pump)
    })
  })
  expect(await fetchFrom(cdn, cdn.link())).toEqual({ kind: 'refused', reason: 'too_large' })
  await closed
})

test('an endless page is left as soon as it is no picture', async () => {
  const cdn = await startCdn()
  cdn.answer((_request, response) => void response.write('<!doctype html>'.padEnd(64)))
  expect(await fetchFrom(cdn, cdn.link())).toEqual({ kind: 'refused', reason: 'not_a_picture' })
})

test('a body at the limit is taken', async () => {
  const cdn = await startCdn()
  cdn.answer((_request, response) => void response.end(jpegBytes(MAX_BYTES)))
  expect(await fetchFrom(cdn, cdn.link())).toMatchObject({ kind: 'fetched' })
})

test.each(['gzip', 'br', 'deflate', 'x-unknown'])(
  'a body packed by %s is refused unread',
  async (encoding) => {
    const cdn = await startCdn()
    const bomb = gzipSync(new Uint8Array(1_000_000))
    cdn.answer((_request, response) => response.setHeader('content-encoding', encoding).end(bomb))
    expect(await fetchFrom(cdn, cdn.link())).toEqual({ kind: 'refused', reason: 'encoded' })
  },
)

test('a body that breaks off is a failure, not a picture', async () => {
  const cdn = await startCdn()
  cdn.answer((_request, response) => {
    response.setHeader('content-length', 1_000)
    response.write(jpegBytes(), () => response.destroy())
  })
  expect(await fetchFrom(cdn, cdn.link())).toEqual({ kind: 'failed', reason: 'network' })
})

test('one deadline covers headers that never come and a body that never ends', async () => {
  const cdn = await startCdn()
  cdn.answer(() => {})
  expect(await fetchFrom(cdn, cdn.link(), { timeoutMs: 50 })).toEqual({ kind: 'failed', reason: 'timeout' })
  cdn.answer((_request, response) => {
    response.write(jpegBytes())
    const drip = setInterval(() => response.write(new Uint8Array(1)), 5)
    response.on('close', () => clearInterval(drip))
  })
  expect(await fetchFrom(cdn, cdn.link(), { timeoutMs: 100 })).toEqual({ kind: 'failed', reason: 'timeout' })
})

test('the deadline is not begun anew by a redirect', async () => {
  const cdn = await startCdn()
  cdn.answer((request, response) => {
    if (request.url === '/end') return
    response.writeHead(302, { location: '/end' }).end()
  })
  expect(await fetchFrom(cdn, cdn.link('/start'), { timeoutMs: 100 })).toEqual({
    kind: 'failed',
    reason: 'timeout',
  })
  expect(cdn.requests.map(({ url }) => url)).toEqual(['/start', '/end'])
})

test.each([
  ['switches protocols', 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'],
  ['speaks no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
  ['says nothing', ''],
])('a host that %s is a failure', async (_name, text) => {
  const cdn = await startCdn()
  cdn.answer((_request, response) => response.socket?.end(text))
  expect(await fetchFrom(cdn, cdn.link())).toEqual({ kind: 'failed', reason: 'network' })
})

test('a transport that ignores its signal is left when the time is up', async () => {
  const cdn = await startCdn()
  const transport: PictureTransport = { get: () => new Promise(() => {}), close() {} }
  expect(await fetchFrom(cdn, cdn.link(), { transport, timeoutMs: 20 })).toEqual({
    kind: 'failed',
    reason: 'timeout',
  })
})

test('a refused connection is a failure', async () => {
  const cdn = await startCdn()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const host = `127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
  await new Promise((resolve) => server.close(resolve))
  const policy = { hosts: [parsePictureHost(host)], allowPrivateAddresses: true }
  expect(await fetchFrom(cdn, `http://${host}/1.jpg`, { policy })).toEqual({
    kind: 'failed',
    reason: 'network',
  })
})

test('three redirects are followed, the fourth is not', async () => {
  const cdn = await startCdn()
  cdn.answer((request, response) => {
    const left = Number(request.url?.slice(1))
    if (left === 0) response.end(jpegBytes())
    else response.writeHead(302, { location: `/${left - 1}` }).end()
  })
  expect(await fetchFrom(cdn, cdn.link('/3'))).toMatchObject({ kind: 'fetched' })
  expect(await fetchFrom(cdn, cdn.link('/4'))).toEqual({ kind: 'refused', reason: 'too_many_redirects' })
  expect(cdn.requests.length).toBe(4 + 4)
})

test.each([301, 302, 303, 307, 308])('a %i to a private or unlisted host is not followed', async (status) => {
  const [cdn, inside] = await Promise.all([startCdn(), startCdn()])
  for (const location of [
    inside.link(),
    inside.link().replace('http', 'https'),
    'https://169.254.169.254/latest',
  ]) {
    cdn.answer((_request, response) => response.writeHead(status, { location }).end())
    expect(await fetchFrom(cdn, cdn.link())).toMatchObject({ kind: 'refused' })
  }
  expect(inside.requests).toEqual([])
})

test('a redirect from a host that may be private leads to no private address of one that may not', async () => {
  const cdn = await startCdn()
  cdn.answer((_request, response) => {
    response.writeHead(302, { location: 'https://pps.whatsapp.net/1.jpg' }).end()
  })
  const transport = createNodeTransport({
    resolveHost: (_hostname, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
  })
  onTestFinished(() => transport.close())
  expect(await fetchFrom(cdn, cdn.link(), { transport })).toEqual({
    kind: 'refused',
    reason: 'private_address',
    host: 'pps.whatsapp.net',
  })
})

test('a private address behind a listed name is refused, with the name of the host for the operator', async () => {
  const [cdn, inside] = await Promise.all([startCdn(), startCdn()])
  const policy = { hosts: [parsePictureHost(inside.host)], allowPrivateAddresses: false }
  const link = inside.link().replace('http:', 'https:')
  expect(await fetchFrom(cdn, link, { policy })).toEqual({
    kind: 'refused',
    reason: 'private_address',
    host: inside.host,
  })
  expect(inside.requests).toEqual([])
})

test('who leaves gets the reason of leaving, and the connection ends', async () => {
  const cdn = await startCdn()
  const controller = new AbortController()
  const closed = new Promise<void>((resolve) => {
    cdn.answer((_request, response) => {
      response.on('close', resolve)
      controller.abort(new Error('left'))
    })
  })
  await expect(fetchFrom(cdn, cdn.link(), { signal: controller.signal })).rejects.toThrow('left')
  await closed
})
