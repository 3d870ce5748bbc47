import { describe, expect, it } from 'vitest'
import { createServed } from '../../test/nodeServer.js'
import { toNextHandlers } from './next.js'

const request = (chatIds: readonly string[]): Request =>
  new Request('http://app.example/api/avatars', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chatIds }),
  })

describe('toNextHandlers', () => {
  it('exports a handler for each method that is served', async () => {
    const { handler, simulator } = createServed()
    const route = toNextHandlers(handler)
    expect(Object.keys(route).sort()).toEqual(['GET', 'HEAD', 'OPTIONS', 'POST'])
    const [id = ''] = simulator.contacts.map(({ chatId }) => chatId)
    expect(await (await route.POST(request([id]))).text()).toContain('freshForMs')
    const url = `http://app.example/api/avatars?chatId=${id}`
    expect((await route.GET(new Request(url))).status).toBe(200)
    expect((await route.HEAD(new Request(url, { method: 'HEAD' }))).body).toBeNull()
    expect((await route.OPTIONS(new Request(url, { method: 'OPTIONS' }))).status).toBe(204)
    handler.close()
  })

  it('hands what runs behind the response to waitUntil', async () => {
    const { handler, simulator } = createServed()
    const kept: Promise<unknown>[] = []
    const route = toNextHandlers(handler, { waitUntil: (promise) => kept.push(promise) })
    await (await route.POST(request([simulator.contacts[0]?.chatId ?? '']))).text()
    expect(kept).toHaveLength(1)
    await Promise.all(kept)
    handler.close()
  })
})
