import { createAvatarClient } from '@greenapi/avatar-core'
import { createAvatarHandler } from '@greenapi/avatar-server'
import { toNodeHandler } from '@greenapi/avatar-server/node'
import type { Contact } from '@greenapi/simulator'
import { startSimulator } from '@greenapi/simulator/node'
import type { RunningSimulator } from '@greenapi/simulator/node'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

/** Client → handler → simulator, all over HTTP on loopback, nothing in between replaced. */
describe('the loop', () => {
  let upstream: RunningSimulator
  let server: Server
  let handler: ReturnType<typeof createAvatarHandler>
  let origin: string

  beforeEach(async () => {
    upstream = await startSimulator({ contacts: 60, groups: 20, ratePerSecond: Infinity })
    const { apiUrl, idInstance, apiToken } = upstream
    handler = createAvatarHandler({
      authorize: 'public',
      credentials: { apiUrl, idInstance, apiToken },
      allowPrivateAddresses: true,
      pictureHosts: [new URL(apiUrl).host],
      rate: { perSecond: 1000 },
    })
    server = createServer(toNodeHandler(handler))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    origin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
  })

  afterEach(async () => {
    handler.close()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await upstream.close()
  })

  const backendUrl = (): string => `${origin}/api/avatars`
  const only = (outcome: Contact['outcome']): Contact => {
    const contact = upstream.simulator.contacts.find((one) => one.outcome === outcome)
    if (contact === undefined) throw new Error(`the simulator has no contact with outcome ${outcome}`)
    return contact
  }

  test('gives every contact the answer that WhatsApp has for it', async () => {
    const client = createAvatarClient({ backendUrl: backendUrl() })
    const { contacts } = upstream.simulator
    const answers = await Promise.all(contacts.map(({ chatId }) => client.getAvatar(chatId)))
    // getAvatar alone cannot tell a missing account from a missing picture.
    const expected = contacts.map(({ outcome }) => (outcome === 'no_account' ? 'none' : outcome))
    expect(answers.map(({ status }) => status)).toEqual(expected)
  })

  test('gives a picture that the browser can show, without the token and without a phone number', async () => {
    const client = createAvatarClient({ backendUrl: backendUrl() })
    const contact = only('found')
    const answer = await client.getAvatar(contact.chatId)
    if (answer.status !== 'found') throw new Error(answer.status)
    const url = client.resolveUrl(answer.url)
    const picture = await fetch(url)
    expect(picture.status).toBe(200)
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    const bytes = new Uint8Array(await picture.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    expect(url).not.toContain(upstream.apiToken)
    expect(url).not.toContain(contact.chatId.split('@')[0])
  })

  test('asks upstream once per contact, however many ask', async () => {
    const clients = Array.from({ length: 5 }, () => createAvatarClient({ backendUrl: backendUrl() }))
    const ids = upstream.simulator.contacts.map(({ chatId }) => chatId)
    await Promise.all(clients.flatMap((client) => ids.map((id) => client.getAvatar(id))))
    const calls = upstream.simulator.calls.filter(({ method }) => method === 'getAvatar')
    expect(calls).toHaveLength(ids.length)
  })

  test('keeps giving known answers while GREEN-API is down, and a clear error for unknown ones', async () => {
    const client = createAvatarClient({ backendUrl: backendUrl() })
    const known = only('found')
    await client.getAvatar(known.chatId)
    upstream.simulator.setFaults([{ kind: 'bad_gateway' }])
    const other = createAvatarClient({ backendUrl: backendUrl() })
    expect(await other.getAvatar(known.chatId)).toMatchObject({ status: 'found' })
    await expect(other.getAvatar(only('none').chatId)).rejects.toMatchObject({ code: 'upstream_failed' })
  })
})
