import { inspect } from 'node:util'
import { FAULTS, type FaultKind, createSimulator, isFaultKind } from '@greenapi/simulator'
import Fastify from 'fastify'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portOf } from '../test/guards.js'
import { readLines } from '../test/harness.js'
import { exchange, listen } from '../test/nodeServer.js'
import { avatarPlugin } from './adapters/fastify.js'
import { toHonoHandler } from './adapters/hono.js'
import { toNextHandlers } from './adapters/next.js'
import { toNodeHandler } from './adapters/node.js'
import { type AvatarHandlerOptions, type AvatarServerEvent, createAvatarHandler } from './index.js'

const kinds = Object.keys(FAULTS).filter(
  (kind): kind is FaultKind => isFaultKind(kind) && FAULTS[kind].on !== 'picture',
)

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

  it.each(kinds)('%s shows it nowhere', async (kind) => {
    for (const options of [{}, { pictures: 'link', checkAccount: true }] as const) {
      const { token, chatIds, events, shown } = await run(kind, options)
      expect(shown).not.toContain(token)
      expect(shown).not.toContain(token.slice(0, 16))
      const heard = everything(events)
      for (const chatId of chatIds) expect(heard).not.toContain(chatId.replace(/@.*/, ''))
    }
  })

  it('is on no adapter either', async () => {
    const simulator = createSimulator({ contacts: 6, groups: 0, ratePerSecond: Infinity })
    const { idInstance, apiToken } = simulator
    const [chatId = ''] = simulator.contacts.map((contact) => contact.chatId)
    for (const kind of kinds) {
      simulator.setFaults([{ kind, delayMs: 500 }])
      const handler = createAvatarHandler({
        authorize: 'public',
        credentials: { idInstance, apiToken },
        fetch: simulator.fetch,
        upstream: { timeoutMs: 30 },
      })
      const hono = new Hono().all('*', toHonoHandler(handler))
      const fastify = Fastify()
      await fastify.register(avatarPlugin, { handler })
      await fastify.listen({ port: 0, host: '127.0.0.1' })
      const node = await listen(toNodeHandler(handler))
      const target = `/?chatId=${chatId}`
      const answers = [
        await exchange(node.port, `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, {
          quietMs: 5_000,
        }),
        await exchange(
          portOf(fastify.server.address()),
          `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
          { quietMs: 5_000 },
        ),
      ].map(({ text }) => text)
      for (const response of [
        await hono.request(target),
        await toNextHandlers(handler).GET(new Request(`http://app.example${target}`)),
      ]) {
        answers.push(JSON.stringify([...response.headers]), await response.text())
      }
      expect(answers).toHaveLength(6)
      expect(answers.join('\n')).not.toContain(apiToken.slice(0, 16))
      await fastify.close()
      await node.close()
      handler.close()
    }
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
