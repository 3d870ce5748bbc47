import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import compression from 'compression'
import express from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { nextPiece, responseTo, urlOf } from '../../test/guards.js'
import { createServed, exchange, listen, startAvatarServer } from '../../test/nodeServer.js'
import type { PlainHandler } from '../http/plain.js'
import { toNodeHandler } from './node.js'

const closing: (() => Promise<void>)[] = []

async function opened<Running extends { close(): Promise<void> }>(
  running: Promise<Running>,
): Promise<Running> {
  const server = await running
  closing.push(() => server.close())
  return server
}

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

const jsonPost = (url: string, chatIds: readonly (string | undefined)[], headers = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ chatIds }),
  })

/** The answer's head and first piece, while the rest is still to come. */
async function firstPiece(url: string, chatIds: readonly (string | undefined)[], headers = {}) {
  const sent = httpRequest(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
  })
  sent.end(JSON.stringify({ chatIds }))
  const response = await responseTo(sent)
  const piece = await nextPiece(response)
  return { sent, response, piece }
}

describe('toNodeHandler', () => {
  it('serves under Express, behind a body parser, with the prefix stripped', async () => {
    const { handler, simulator } = createServed({
      authorize: ({ raw }) => typeof raw === 'object' && raw !== null && 'user' in raw && raw.user === 'ana',
    })
    const app = express()
    app.use(express.json(), (request, _response, next) => {
      Object.assign(request, { user: request.headers['x-user'] })
      next()
    })
    app.use('/deep/api/avatars', toNodeHandler(handler))
    const { url } = await opened(listen(app))
    const id = simulator.contacts[0]?.chatId
    const allowed = await jsonPost(`${url}/deep/api/avatars`, [id], { 'x-user': 'ana' })
    expect(await allowed.text()).toContain('freshForMs')
    const refused = await jsonPost(`${url}/deep/api/avatars`, [id])
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ code: 'forbidden' })
    handler.close()
  })

  it('streams through a middleware that compresses everything', async () => {
    const { handler, simulator } = createServed()
    const app = express()
    app.use(compression({ threshold: 0, filter: () => true }))
    app.use('/api/avatars', toNodeHandler(handler))
    const { url } = await opened(listen(app))
    const [warm, cold] = simulator.contacts.map(({ chatId }) => chatId)
    await (await jsonPost(`${url}/api/avatars`, [warm])).text()
    simulator.setFaults([{ kind: 'hang' }])
    const { sent, response, piece } = await firstPiece(`${url}/api/avatars`, [cold, warm], {
      'accept-encoding': 'gzip',
    })
    expect(response.headers['content-encoding']).toBeUndefined()
    expect(piece).toContain(warm)
    sent.destroy()
    handler.close()
  })

  it('stops looking up when the client leaves', async () => {
    const { backendUrl, handler, simulator } = await opened(startAvatarServer({ rate: { perSecond: 1 } }))
    const { sent } = await firstPiece(
      backendUrl,
      simulator.contacts.slice(0, 50).map(({ chatId }) => chatId),
    )
    sent.destroy()
    await expect.poll(() => Object.values(handler.stats().instances)[0]?.lookUps, { interval: 5 }).toBe(0)
    expect(simulator.calls.length).toBeLessThanOrEqual(1)
  })

  it('makes no more of an answer than a slow reader takes', async () => {
    let made = 0
    let isLeft = false
    const plain: PlainHandler = () => ({
      status: 200,
      headers: {},
      body: (async function* endless() {
        try {
          for (;;) {
            made += 65_536
            yield 'x'.repeat(65_536)
          }
        } finally {
          isLeft = true
        }
      })(),
    })
    const { port } = await opened(listen(toNodeHandler({ plain })))
    const socket = connect(port, '127.0.0.1')
    socket.pause()
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    let before = -1
    await expect
      .poll(
        () => {
          const isStill = made === before
          before = made
          return isStill && made > 0
        },
        { interval: 100 },
      )
      .toBe(true)
    expect(made).toBeLessThan(32 * 1_048_576)
    socket.destroy()
    await expect.poll(() => isLeft).toBe(true)
  })

  it('cuts an answer off that fails half-way: it does not look like a whole one', async () => {
    const plain: PlainHandler = () => ({
      status: 200,
      headers: {},
      body: (async function* failing() {
        yield '{"first":"line"}\n'
        await Promise.resolve()
        throw new Error('half-way')
      })(),
    })
    const { port } = await opened(listen(toNodeHandler({ plain })))
    const { text, state } = await exchange(port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    expect(state).toBe('closed')
    expect(text).not.toMatch(/\r\n0\r\n\r\n$/)
  })

  it('closes on a client that does not send the body it announced', async () => {
    const { handler } = createServed()
    const { port } = await opened(listen(toNodeHandler(handler, { bodyTimeoutMs: 50 })))
    const { statuses, state } = await exchange(
      port,
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 25\r\n\r\n{"cha',
      { quietMs: 2_000 },
    )
    expect(statuses).toEqual([400])
    expect(state).toBe('closed')
    handler.close()
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const { backendUrl, simulator } = await opened(startAvatarServer())
    const url = `${backendUrl}?chatId=${simulator.contacts[0]?.chatId}`
    const got = await fetch(url)
    const head = await fetch(url, { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers.get('content-length')).toBe(String((await got.arrayBuffer()).byteLength))
    expect(await head.text()).toBe('')
  })

  it('serves the picture whose url it gave', async () => {
    const { backendUrl, simulator } = await opened(startAvatarServer({}, { responseStyle: 'base64' }))
    const found = simulator.contacts.find(({ outcome }) => outcome === 'found')
    const answer: unknown = await (await fetch(`${backendUrl}?chatId=${found?.chatId}`)).json()
    expect(answer).toMatchObject({ status: 'found', url: expect.stringMatching(/^picture\/[\w-]{40,60}$/) })
    const url = urlOf(answer)
    const picture = await fetch(`${backendUrl}/${url}`)
    expect(picture.status).toBe(200)
    expect(picture.headers.get('content-type')).toMatch(/^image\//)
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(1_000)
  })
})
