import { gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { portOf } from '../../test/guards.js'
import { createServed, exchange, listen, startAvatarServer } from '../../test/nodeServer.js'
import { toHonoHandler } from '../adapters/hono.js'
import { toPlainResponse, toWebResponse } from '../http/webResponse.js'

/** A service that says who may, whose answer an app passes on. */
async function startSignIn() {
  const signIn = await listen((_request, response) => {
    const body = gzipSync(`sign in ${'x'.repeat(500)}`)
    response
      .writeHead(401, {
        'content-encoding': 'gzip',
        'content-length': body.length,
        'set-cookie': ['a=1', 'b=2'],
      })
      .end(body)
  })
  onTestFinished(() => signIn.close())
  return signIn
}

test('default: the answer of a sign-in service is passed on whole, and the connection stays in step', async () => {
  const signIn = await startSignIn()
  const server = await startAvatarServer({ authorize: () => fetch(signIn.url) })
  onTestFinished(() => server.close())
  const ask = 'GET /api/avatars?chatId=5521999990000@c.us HTTP/1.1\r\nHost: app.example\r\n\r\n'
  const { text, statuses } = await exchange(server.port, [ask, ask])
  expect(statuses).toEqual([401, 401])
  expect(text.toLowerCase()).not.toMatch(/content-encoding|content-length: 3\d\r/)
  expect(text.match(/sign in x{500}/g)).toHaveLength(2)
  expect(text.match(/set-cookie: (?:a=1|b=2)/gi)).toHaveLength(4)
  const web = await server.handler(new Request('http://app.example/api/avatars?chatId=5521999990000@c.us'))
  expect(web.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  const head = await fetch(`${server.backendUrl}?chatId=5521999990000@c.us`, { method: 'HEAD' })
  expect([head.status, head.headers.getSetCookie()]).toEqual([401, ['a=1', 'b=2']])
})

test('a Response is a refusal where the framework has put another class in its place', async () => {
  const signIn = await startSignIn()
  const native = globalThis.Response
  const responses: Readonly<Record<string, () => Response | Promise<Response>>> = {
    own: () => new Response('no', { status: 401 }),
    json: () => Response.json({ error: 'no' }, { status: 401 }),
    redirect: () => Response.redirect('http://app.example/login', 302),
    native: () => new native('no', { status: 401 }),
    fetched: () => fetch(signIn.url),
  }
  const { handler } = createServed({
    authorize: ({ headers }) => responses[headers.get('x-case') ?? '']?.() ?? true,
  })
  const app = new Hono()
  const avatars = toHonoHandler(handler)
  app.all('/api/avatars', avatars)
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  onTestFinished(() => {
    server.close()
    handler.close()
    globalThis.Response = native
  })
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${portOf(server.address())}/api/avatars?chatId=5521999990000@c.us`
  for (const name of Object.keys(responses)) {
    const answer = await fetch(url, { headers: { 'x-case': name }, redirect: 'manual' })
    expect([name, answer.status]).toEqual([name, name === 'redirect' ? 302 : 401])
    expect(await answer.text()).not.toContain('freshForMs')
  }
})

/** A body that never ends, and what became of it. */
function endlessBody() {
  const state = { isLeft: false }
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('sign in')),
    cancel() {
      state.isLeft = true
    },
  })
  return { state, stream }
}

test('a body that nobody reads is let go: HEAD, a client that leaves, a status without one', async () => {
  let body = endlessBody()
  const server = await startAvatarServer({ authorize: () => new Response(body.stream, { status: 401 }) })
  onTestFinished(() => server.close())
  const url = `${server.backendUrl}?chatId=5521999990000@c.us`
  expect((await fetch(url, { method: 'HEAD' })).status).toBe(401)
  expect(body.state.isLeft).toBe(true)

  body = endlessBody()
  const leaving = new AbortController()
  const response = await fetch(url, { signal: leaving.signal })
  const piece = await response.body?.getReader().read()
  expect(Buffer.from(piece?.value ?? []).toString()).toBe('sign in')
  leaving.abort()
  await expect.poll(() => body.state.isLeft).toBe(true)

  body = endlessBody()
  const oddResponse = { status: 204, headers: new Headers(), body: body.stream }
  expect(toWebResponse(toPlainResponse(oddResponse)).body).toBeNull()
  expect(body.state.isLeft).toBe(true)
})
