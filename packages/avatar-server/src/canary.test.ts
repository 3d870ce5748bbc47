import { inspect } from 'node:util'
import { parseChatId } from '@greenapi/avatar-core/protocol'
import { FAULTS, type FaultKind, createSimulator, isFaultKind } from '@greenapi/simulator'
import { startSimulator } from '@greenapi/simulator/node'
import Express from 'express'
import Fastify from 'fastify'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portOf, urlOf } from '../test/guards.js'
import { readLines } from '../test/harness.js'
import { exchange, listen } from '../test/nodeServer.js'
import { avatarPlugin } from './adapters/fastify.js'
import { toHonoHandler } from './adapters/hono.js'
import { toNextHandlers } from './adapters/next.js'
import { toNodeHandler } from './adapters/node.js'
import { openInstance } from './credentials.js'
import { createMemoryPool } from './engine/memoryStore.js'
import {
  type AvatarHandler,
  type AvatarHandlerOptions,
  type AvatarServerEvent,
  createAvatarHandler,
} from './index.js'
import { createInstance } from './instances/createInstance.js'
import { resolveOptions } from './resolveOptions.js'

const kinds = Object.keys(FAULTS).filter(
  (kind): kind is FaultKind => isFaultKind(kind) && FAULTS[kind].on !== 'picture',
)

const allKinds = Object.keys(FAULTS).filter((kind): kind is FaultKind => isFaultKind(kind))

/** Everything that a value shows to whoever looks at it. */
function everything(value: unknown): string {
  const shown = inspect(value, {
    depth: 12,
    showHidden: true,
    getters: true,
    maxArrayLength: null,
    maxStringLength: null,
  })
  return `${shown}\n${toJson(value)}`
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch (error) {
    return String(error)
  }
}

/** Sends a request as a client does, and gives all of the answer as text. */
type Send = (target: string, body?: string) => Promise<string>

/** The same handler on every adapter: Node, Express, Fastify, Hono and Next. */
async function startAdapters(
  options: Partial<AvatarHandlerOptions>,
): Promise<{ readonly adapters: readonly Send[]; readonly close: () => Promise<void> }> {
  const handlers: AvatarHandler[] = []
  const make = () => {
    const handler = createAvatarHandler({ authorize: 'public', ...options })
    handlers.push(handler)
    return handler
  }
  const fastify = Fastify()
  await fastify.register(avatarPlugin, { handler: make() })
  await fastify.listen({ port: 0, host: '127.0.0.1' })
  const node = await listen(toNodeHandler(make()))
  const express = await listen(Express().use('/', toNodeHandler(make())))
  const hono = new Hono().all('*', toHonoHandler(make()))
  const next = toNextHandlers(make())
  const adapters = [
    ...[node.port, express.port, portOf(fastify.server.address())].map((port): Send => overSocket(port)),
    overFetch((request) => Promise.resolve(hono.request(request))),
    overFetch((request) => next[request.method === 'POST' ? 'POST' : 'GET'](request)),
  ]
  return {
    adapters,
    close: async () => {
      for (const handler of handlers) handler.close()
      await Promise.all([fastify.close(), node.close(), express.close()])
    },
  }
}

function overSocket(port: number): Send {
  return async (target, body) => {
    const head = `${body === undefined ? 'GET' : 'POST'} ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n`
    const length =
      body === undefined ? '' : `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`
    const { text } = await exchange(port, `${head}${length}\r\n${body ?? ''}`, { quietMs: 10_000 })
    return text
  }
}

function overFetch(handle: (request: Request) => Promise<Response>): Send {
  return async (target, body) => {
    const init =
      body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body }
    const response = await handle(new Request(`http://app.example${target}`, init))
    return `${JSON.stringify([...response.headers])}\r\n\r\n${await response.text()}`
  }
}

async function run(kind: FaultKind, options: Partial<AvatarHandlerOptions>) {
  const simulator = createSimulator({
    contacts: 12,
    groups: 1,
    ratePerSecond: Infinity,
    faults: [{ kind, delayMs: 500 }],
  })
  const { idInstance, apiToken } = simulator
  const events: AvatarServerEvent[] = []
  const shown: unknown[] = []
  const handler = createAvatarHandler({
    authorize: 'public',
    credentials: { idInstance, apiToken },
    fetch: simulator.fetch,
    rate: { perSecond: 1_000 },
    upstream: { timeoutMs: 100 },
    onEvent: (event) => events.push(event),
    ...options,
  })
  const chatIds = simulator.contacts.map(({ chatId }) => chatId)
  const post = () =>
    new Request('http://app.example/api/avatars', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chatIds }),
    })
  // Twice: the second answers come from what was remembered.
  for (let round = 0; round < 2; round += 1) {
    const response = await handler(post())
    shown.push([...response.headers], await readLines(response))
    const [id = ''] = chatIds
    const single = await handler(new Request(`http://app.example/api/avatars?chatId=${id}`))
    shown.push(single, [...single.headers], await single.text())
  }
  for await (const answer of handler.lookup(chatIds, { maxWaitMs: 0 })) shown.push(answer)
  shown.push(events, handler, handler.stats())
  handler.close()
  return { token: apiToken, chatIds, events, shown: shown.map(everything).join('\n'), handler }
}

describe('the token, with every fault there is', () => {
  const rejections: unknown[] = []
  const onRejection = (reason: unknown): void => void rejections.push(reason)
  beforeAll(() => void process.on('unhandledRejection', onRejection))
  afterAll(() => void process.off('unhandledRejection', onRejection))

  it.concurrent.for(kinds)('%s shows it nowhere', async (kind) => {
    for (const options of [{}, { pictures: 'link', checkAccount: true }] as const) {
      const { token, chatIds, events, shown } = await run(kind, options)
      expect(shown).not.toContain(token)
      expect(shown).not.toContain(token.slice(0, 16))
      const heard = everything(events)
      for (const chatId of chatIds) expect(heard).not.toContain(chatId.replace(/@.*/, ''))
    }
  })

  it.concurrent.for(allKinds)('%s shows it on no adapter', async (kind, { onTestFinished }) => {
    const upstream = await startSimulator({ contacts: 6, groups: 0, ratePerSecond: Infinity })
    onTestFinished(() => upstream.close())
    const { apiUrl, idInstance, apiToken, simulator } = upstream
    const { adapters, close } = await startAdapters({
      credentials: { apiUrl, idInstance, apiToken },
      allowPrivateAddresses: true,
      pictureHosts: [new URL(apiUrl).host],
      upstream: { timeoutMs: 2_000 },
      pictureTimeoutMs: 2_000,
    })
    onTestFinished(close)
    const [found = '', other = ''] = simulator.contacts.flatMap(({ chatId, outcome }) =>
      outcome === 'found' ? [chatId] : [],
    )
    const urls = await Promise.all(
      adapters.map(async (send) => {
        const known: unknown = JSON.parse((await send(`/?chatId=${found}`)).split('\r\n\r\n')[1] ?? '')
        return urlOf(known)
      }),
    )
    simulator.setFaults([{ kind, delayMs: 4_000 }])
    const question = JSON.stringify({ chatIds: [found, other], refresh: [found], waitMs: 100 })
    const shown = await Promise.all(
      adapters.flatMap((send, index) => [
        send(`/${urls[index]}`),
        send('/', question),
        send(`/?chatId=${other}`),
      ]),
    )
    expect(shown.filter((text) => text.length < 50)).toEqual([])
    const told = shown.join('\n')
    expect(told).not.toContain(apiToken.slice(0, 16))
    const withoutIds = told.replaceAll(/"chatId":"[^"]*"/g, '')
    for (const chatId of [found, other]) expect(withoutIds).not.toContain(chatId.replace(/@.*/, ''))
  })

  it.concurrent.for(kinds)('%s leaves it in nothing that the cache keeps', async (kind) => {
    const simulator = createSimulator({
      contacts: 12,
      groups: 1,
      ratePerSecond: Infinity,
      faults: [{ kind, delayMs: 200 }],
    })
    const { idInstance, apiToken } = simulator
    const credentials = { idInstance, apiToken }
    const resolved = resolveOptions({
      authorize: 'public',
      credentials,
      fetch: simulator.fetch,
      checkAccount: true,
      rate: { perSecond: 1_000 },
      upstream: { timeoutMs: 30 },
    })
    const access = openInstance(credentials, resolved)
    const dumped: unknown[] = []
    const store = createMemoryPool(resolved.cache).open()
    const instance = createInstance({
      id: idInstance,
      access: () => Promise.resolve(access),
      forgetAccess: () => {},
      store: { ...store, set: (key, entry) => (dumped.push([key, entry]), store.set(key, entry)) },
      pictures: undefined,
      picturePrefix: '',
      emit: undefined,
      resolved,
    })
    const outcomes = await Promise.all(
      simulator.contacts.map(
        ({ chatId }) =>
          new Promise((resolve) => {
            const how = { refresh: false, subject: '', request: undefined }
            instance.engine.ask(parseChatId(chatId), how, resolve)
          }),
      ),
    )
    instance.close()
    expect(outcomes).toHaveLength(simulator.contacts.length)
    expect(everything([dumped, outcomes, instance, access])).not.toContain(apiToken.slice(0, 16))
  })

  it('was not rejected into the void', () => {
    expect(rejections).toEqual([])
  })

  it('would be found if it were there', () => {
    const token = 'd75b3a66374942c5b3c019c698abc206'
    const hidden = new Error('failed', { cause: { url: `https://api.example/getAvatar/${token}` } })
    expect(everything([hidden])).toContain(token)
  })
})
