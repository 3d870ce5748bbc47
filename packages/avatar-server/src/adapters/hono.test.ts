import { getConnInfo } from '@hono/node-server/conninfo'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { portOf } from '../../test/guards.js'
import { createServed } from '../../test/nodeServer.js'
import { toHonoHandler } from './hono.js'

const closing: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

const post = (chatIds: readonly string[]): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ chatIds }),
})

describe('toHonoHandler', () => {
  it('serves on Node, with the address of the peer', async () => {
    const ips: (string | undefined)[] = []
    const { handler, simulator } = createServed({
      authorize({ ip }) {
        ips.push(ip)
        return true
      },
    })
    const app = new Hono()
    const route = toHonoHandler<Parameters<typeof getConnInfo>[0]>(handler, {
      ip: (context) => getConnInfo(context).remote.address,
    })
    app.all('/api/avatars', route).all('/api/avatars/*', route)
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    closing.push(
      () => server.close(),
      () => handler.close(),
    )
    const url = `http://127.0.0.1:${portOf(server.address())}/api/avatars`
    const chatIds = simulator.contacts.slice(0, 5).map(({ chatId }) => chatId)
    const response = await fetch(url, post(chatIds))
    expect((await response.text()).trim().split('\n')).toHaveLength(5)
    expect((await fetch(`${url}/picture/AAAA`)).status).toBe(404)
    expect(ips[0]).toMatch(/127\.0\.0\.1$/)
  })

  it('keeps a worker alive for what runs behind the response', async () => {
    const { handler, simulator } = createServed()
    const app = new Hono()
    app.all('/api/avatars', toHonoHandler(handler))
    const kept: Promise<unknown>[] = []
    const context = {
      waitUntil: (promise: Promise<unknown>) => void kept.push(promise),
      passThroughOnException() {},
      props: {},
    }
    const response = await app.request(
      '/api/avatars',
      post([simulator.contacts[0]?.chatId ?? '']),
      {},
      context,
    )
    expect(await response.text()).toContain('freshForMs')
    expect(kept).toHaveLength(1)
    await Promise.all(kept)
    handler.close()
  })
})
