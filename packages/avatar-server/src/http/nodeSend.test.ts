import { createServer } from 'node:net'
import { once } from 'node:events'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { portOf } from '../../test/guards.js'
import { listen } from '../../test/nodeServer.js'
import { createNodeSend } from './nodeSend.js'
import { readCapped } from './readCapped.js'
import { STALE_CONNECTION } from './upstreamRequest.js'

const ask = (how: { readonly signal?: AbortSignal; readonly onSent?: () => void } = {}) => ({
  body: '{"chatId":"5521999990000@c.us"}',
  signal: how.signal ?? new AbortController().signal,
  onSent: how.onSent ?? (() => {}),
})

describe('createNodeSend', () => {
  it('posts JSON with its length and reads the answer', async () => {
    const seen: unknown[] = []
    const server = await listen((request, response) => {
      seen.push(
        request.method,
        request.url,
        request.headers['content-length'],
        request.headers['content-type'],
      )
      response.writeHead(429, { 'retry-after': '7' }).end('{"urlAvatar":""}')
    })
    const { signal } = new AbortController()
    const reply = await createNodeSend()(`${server.url}/waInstance1/getAvatar/token`, ask({ signal }))
    expect(seen).toEqual(['POST', '/waInstance1/getAvatar/token', '31', 'application/json'])
    expect(reply).toMatchObject({ status: 429, retryAfter: '7' })
    expect(await readCapped(reply.body, 1_000, signal)).toBe('{"urlAvatar":""}')
    await server.close()
  })

  it('says when the request is out, before the answer comes', async () => {
    const order: string[] = []
    const server = await listen((request, response) => {
      request.resume().on('end', () => setImmediate(() => response.end('{}')))
    })
    await createNodeSend()(server.url, ask({ onSent: () => order.push('out') }))
    order.push('answer')
    expect(order).toEqual(['out', 'answer'])
    await server.close()
  })

  it('follows no redirect', async () => {
    const server = await listen((_request, response) => {
      response.writeHead(307, { location: 'http://127.0.0.1:1/elsewhere' }).end()
    })
    expect(await createNodeSend()(server.url, ask())).toMatchObject({ status: 307 })
    await server.close()
  })

  it('says so when an idle connection had been closed, sends nothing again itself, and then takes a new one', async () => {
    let answers = 0
    let asked = 0
    const server = createServer((socket) => {
      let isFirst = true
      socket.on('error', () => {})
      socket.on('data', () => {
        asked += 1
        if (!isFirst) return socket.resetAndDestroy()
        isFirst = false
        answers += 1
        return socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}')
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const send = createNodeSend()
    const url = `http://127.0.0.1:${portOf(server.address())}`
    const { signal } = new AbortController()
    const answer = async () => readCapped((await send(url, ask({ signal }))).body, 10, signal)
    expect(await Promise.all([answer(), answer()])).toEqual(['{}', '{}'])
    await expect(answer()).rejects.toMatchObject({ code: STALE_CONNECTION })
    expect(asked).toBe(3)
    expect(await answer()).toBe('{}')
    expect(answers).toBe(3)
    server.close()
  })

  it('does not take a call that was given up for one that was lost, though its connection had been idle', async () => {
    const server = await listen((request, response) => {
      if (request.url === '/first') response.end('{}')
    })
    const send = createNodeSend()
    const { signal } = new AbortController()
    await readCapped((await send(`${server.url}/first`, ask())).body, 10, signal)
    const leaving = new AbortController()
    const given = send(`${server.url}/hangs`, ask({ signal: leaving.signal, onSent: () => leaving.abort() }))
    await expect(given).rejects.toMatchObject({ code: 'upstream_failed' })
    await server.close()
  })

  it('lets no calls that hang hold up another', async () => {
    let hanging = 0
    const server = await listen((request, response) => {
      if (request.url === '/prompt') response.end('{}')
      else hanging += 1
    })
    const send = createNodeSend()
    const leaving = Array.from({ length: 200 }, () => new AbortController())
    const hangs = leaving.map(({ signal }) =>
      send(`${server.url}/hangs`, ask({ signal })).catch(() => 'left'),
    )
    await expect.poll(() => hanging, { timeout: 10_000 }).toBe(200)
    expect(await send(`${server.url}/prompt`, ask())).toMatchObject({ status: 200 })
    for (const one of leaving) one.abort()
    expect(await Promise.all(hangs)).toEqual(Array(200).fill('left'))
    await server.close()
  })

  it('rejects when the answer is none: 101 and the end of the connection', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', () =>
        socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
      )
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${portOf(server.address())}`
    await expect(createNodeSend()(url, ask())).rejects.toMatchObject({ code: 'upstream_failed' })
    server.close()
  })

  it('rejects when nobody answers, or on abort, with nothing of the url', async () => {
    const closed = await listen(() => {})
    await closed.close()
    const hanging = await listen(() => {})
    const leaving = new AbortController()
    const failed = createNodeSend()(`${closed.url}/waInstance1/getAvatar/secret`, ask()).catch(
      (e: unknown) => e,
    )
    const left = createNodeSend()(
      `${hanging.url}/waInstance1/getAvatar/secret`,
      ask({ signal: leaving.signal, onSent: () => leaving.abort() }),
    ).catch((e: unknown) => e)
    for (const error of await Promise.all([failed, left])) {
      expect(error).toMatchObject({ code: 'upstream_failed' })
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('secret')
    }
    await hanging.close()
  })
})
