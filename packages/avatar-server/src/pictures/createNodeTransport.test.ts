import type { LookupAddress } from 'node:dns'
import { createServer } from 'node:net'
import { Duplex } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { createNodeTransport } from './createNodeTransport.js'
import type { NodeTransportOptions } from './createNodeTransport.js'
import { startCdn } from './pictures.kit.js'
import type { PictureTransport } from './transport.js'

const address = (text: string): LookupAddress => ({ address: text, family: text.includes(':') ? 6 : 4 })

function createTransport(options: NodeTransportOptions): PictureTransport {
  const transport = createNodeTransport(options)
  onTestFinished(() => transport.close())
  return transport
}

/** A resolver that gives one answer after the other, and then the last one for good. */
function resolverOf(...answers: readonly (readonly string[])[]) {
  const asked: string[] = []
  return {
    asked,
    resolveHost: (hostname: string, callback: (error: null, addresses: LookupAddress[]) => void): void => {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? []
      asked.push(hostname)
      queueMicrotask(() => callback(null, answer.map(address)))
    },
  }
}

/** A server on loopback that counts connections: none may ever come. */
async function startTrap(): Promise<{ port: number; connections: () => number }> {
  let connections = 0
  const server = createServer((socket) => {
    connections++
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const bound = server.address()
  return { port: typeof bound === 'object' ? (bound?.port ?? 0) : 0, connections: () => connections }
}

const get = (transport: PictureTransport, url: string, allowPrivate = false) =>
  transport.get(new URL(url), { signal: AbortSignal.timeout(5_000), allowPrivate })

async function readAll(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('default: a listed host on loopback answers by its name', async () => {
  const cdn = await startCdn()
  const { resolveHost, asked } = resolverOf(['127.0.0.1'])
  const transport = createTransport({ resolveHost })
  const result = await get(transport, cdn.link().replace('127.0.0.1', 'cdn.example.com'), true)
  if (result.kind !== 'answer') throw new Error('blocked')
  expect(result.answer.status).toBe(200)
  expect((await readAll(result.answer.body)).length).toBe(64)
  expect(asked).toEqual(['cdn.example.com'])
})

test('the request carries no cookie, no referrer, no credentials, and asks for a plain body', async () => {
  const cdn = await startCdn()
  const result = await get(createTransport({}), cdn.link(), true)
  if (result.kind !== 'answer') throw new Error('blocked')
  await readAll(result.answer.body)
  expect(cdn.requests[0]?.headers).toEqual({
    accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif',
    'accept-encoding': 'identity',
    'user-agent': 'greenapi-avatar-server',
    host: cdn.host,
    connection: 'keep-alive',
  })
})

test.each([
  ['127.0.0.1'],
  ['10.0.0.1'],
  ['169.254.169.254'],
  ['100.64.0.1'],
  ['::1'],
  ['fe80::1'],
  ['64:ff9b::7f00:1'],
])('a name that leads to %s is not connected to', async (text) => {
  const trap = await startTrap()
  const { resolveHost } = resolverOf([text])
  const transport = createTransport({ resolveHost })
  expect(await get(transport, `https://pps.whatsapp.net:${trap.port}/1.jpg`)).toEqual({ kind: 'blocked' })
  expect(trap.connections()).toBe(0)
})

test('one private address among the answers blocks them all', async () => {
  for (const answer of [
    ['157.240.12.53', '127.0.0.1'],
    ['127.0.0.1', '157.240.12.53'],
    ['2a03:2880::1', '::ffff:7f00:1'],
  ]) {
    const dialled: unknown[] = []
    const transport = createTransport({
      resolveHost: resolverOf(answer).resolveHost,
      createConnection: dial(dialled),
    })
    expect(await get(transport, 'https://pps.whatsapp.net/1.jpg')).toEqual({ kind: 'blocked' })
    expect(dialled).toEqual([])
  }
})

/** Stands for the connection: asks the given `lookup` as Node would, notes the addresses, and goes nowhere. */
function dial(dialled: unknown[]): NonNullable<NodeTransportOptions['createConnection']> {
  return ({ lookup, host }) => {
    const socket = new Duplex({ read() {}, write: (_chunk, _encoding, callback) => callback() })
    lookup?.(host ?? '', { all: true }, (error, addresses) => {
      if (error === null) dialled.push(addresses)
      socket.destroy(error ?? new Error('nothing is dialled in this test'))
    })
    return socket
  }
}

test('rebinding: what is connected to is what was checked, although the name leads elsewhere by then', async () => {
  const dialled: unknown[] = []
  const { resolveHost, asked } = resolverOf(['157.240.12.53', '2a03:2880::1'], ['127.0.0.1'])
  const transport = createTransport({ resolveHost, createConnection: dial(dialled) })
  await expect(get(transport, 'https://pps.whatsapp.net/1.jpg')).rejects.toThrow('nothing is dialled')
  expect(asked).toEqual(['pps.whatsapp.net'])
  expect(dialled).toEqual([[address('157.240.12.53'), address('2a03:2880::1')]])
})

test.each(['127.0.0.1', '2130706433', '0177.0.0.1', '0x7f.1', '[::ffff:127.0.0.1]'])(
  'an address in the link itself, %s, is checked although no name is resolved',
  async (host) => {
    const cdn = await startCdn()
    const port = cdn.host.split(':')[1] ?? ''
    const transport = createTransport({})
    for (const scheme of ['http', 'https']) {
      expect(await get(transport, `${scheme}://${host}:${port}/1.jpg`)).toEqual({ kind: 'blocked' })
    }
  },
)

test('a connection kept alive is checked again for each request', async () => {
  const cdn = await startCdn()
  const transport = createTransport({})
  const first = await get(transport, cdn.link(), true)
  if (first.kind !== 'answer') throw new Error('blocked')
  await readAll(first.answer.body)
  expect(await get(transport, cdn.link(), false)).toEqual({ kind: 'blocked' })
})

test.each([
  ['does not tell where it is connected to', {}],
  ['never says that it is connected', { connecting: true }],
])('a runtime that %s gets no answer through', async (_name, state) => {
  const transport = createTransport({
    createConnection: () => {
      const socket = new Duplex({
        read() {},
        write(_chunk, _encoding, callback) {
          callback()
          socket.push('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n')
        },
      })
      return Object.assign(socket, state)
    },
  })
  expect(await get(transport, 'http://cdn.example.com/1.jpg', true)).toEqual({ kind: 'blocked' })
})

test('an abort ends the request, also while the name is being resolved', async () => {
  const controller = new AbortController()
  const transport = createTransport({ resolveHost: () => controller.abort(new Error('left')) })
  const url = new URL('https://pps.whatsapp.net/1.jpg')
  await expect(transport.get(url, { signal: controller.signal, allowPrivate: false })).rejects.toThrow(
    'aborted',
  )
})

test('a name that does not resolve is network trouble, not a refusal', async () => {
  const notFound: NodeTransportOptions['resolveHost'] = (_hostname, callback) =>
    callback(new Error('ENOTFOUND'), [])
  await expect(
    get(createTransport({ resolveHost: notFound }), 'https://pps.whatsapp.net/1.jpg'),
  ).rejects.toThrow('ENOTFOUND')
})
