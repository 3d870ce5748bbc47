import Fastify from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { createServed, exchange } from '../../test/nodeServer.js'
import { avatarPlugin } from './fastify.js'

const closing: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function start(options: Parameters<typeof createServed>[0] = {}) {
  const served = createServed(options)
  const app = Fastify({ trustProxy: true })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-app', 'kept')
  })
  app.post('/echo', (request, reply) => reply.send(request.body))
  await app.register(avatarPlugin, { prefix: '/api/avatars', handler: served.handler })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  closing.push(
    () => app.close(),
    () => served.handler.close(),
  )
  return { ...served, url, port: Number(new URL(url).port) }
}

const post = (url: string, body: unknown, headers = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

describe('avatarPlugin', () => {
  it('answers look-ups and pictures under its prefix, and leaves the rest of the app alone', async () => {
    const { url, simulator } = await start()
    const chatIds = simulator.contacts.slice(0, 5).map(({ chatId }) => chatId)
    const response = await post(`${url}/api/avatars`, { chatIds })
    expect(response.headers.get('x-app')).toBe('kept')
    expect((await response.text()).trim().split('\n')).toHaveLength(5)
    expect((await fetch(`${url}/api/avatars?chatId=${chatIds[0]}`)).status).toBe(200)
    expect((await fetch(`${url}/api/avatars/picture/AAAA`)).status).toBe(404)
    expect(await (await post(`${url}/echo`, { a: 1 })).json()).toEqual({ a: 1 })
  })

  it('gives authorize the request of Fastify and the address Fastify found', async () => {
    const seen: unknown[] = []
    const { url } = await start({
      authorize({ raw, ip }) {
        seen.push(ip, typeof raw === 'object' && raw !== null && 'routeOptions' in raw)
        return true
      },
    })
    await (
      await post(`${url}/api/avatars`, { chatIds: ['null@c.us'] }, { 'x-forwarded-for': '198.51.100.9' })
    ).text()
    expect(seen).toEqual(['198.51.100.9', true])
  })

  it('caps bodies by itself', async () => {
    const { port } = await start()
    const { statuses } = await exchange(
      port,
      'POST /api/avatars HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n{',
    )
    expect(statuses).toEqual([413])
  })
})
