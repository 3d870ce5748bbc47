import { FAULTS, type FaultKind, isFaultKind } from '@greenapi/simulator'
import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { BEARER_TOKEN, type TestGateway, metricOf, startTestGateway } from './gateway.kit.js'

const AUTHORIZATION = { authorization: `Bearer ${BEARER_TOKEN}` }

const start = (): Promise<TestGateway> =>
  startTestGateway({
    env: {
      AVATAR_BEARER_TOKENS: BEARER_TOKEN,
      AVATAR_LOG_LEVEL: 'debug',
      AVATAR_UPSTREAM_TIMEOUT_MS: '200',
      AVATAR_RATE_PER_SECOND: '100',
    },
    simulator: { contacts: 200, groups: 0, ratePerSecond: Number.POSITIVE_INFINITY },
  })

/** What a gateway wrote for its operators, and what it told its callers beside the ids they sent. */
interface Heard {
  readonly written: string[]
  readonly told: string[]
  readonly chatIds: string[]
  readonly sealed: string[]
}

async function look(gateway: TestGateway, chatId: string, heard: Heard): Promise<void> {
  heard.chatIds.push(chatId)
  const lines = await gateway.lines([chatId, `+${chatId.slice(0, 5)}`], AUTHORIZATION)
  for (const { chatId: _, ...line } of lines) {
    heard.told.push(JSON.stringify(line))
    if (typeof line['url'] !== 'string') continue
    heard.sealed.push(line['url'].slice('picture/'.length))
    const sent = fetch(`${gateway.backendUrl}/${line['url']}?size=48`, { signal: AbortSignal.timeout(5_000) })
    // A host of pictures that hangs is waited for longer than that.
    const picture = await sent.catch(() => new Response('left'))
    heard.told.push(inspect(picture.headers), Buffer.from(await picture.arrayBuffer()).toString('latin1'))
  }
}

async function leave(gateway: TestGateway, heard: Heard): Promise<void> {
  const refused = await fetch(`${gateway.backendUrl}?chatId=${encodeURIComponent(heard.chatIds[0] ?? '')}`)
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text()
  heard.told.push(inspect(refused.headers), await refused.text())
  await gateway[Symbol.asyncDispose]()
  const { url, backendUrl, close } = gateway
  heard.written.push(metrics, ...gateway.log, ...gateway.printed)
  heard.written.push(inspect({ url, backendUrl, close }, { showHidden: true, depth: null }))
}

it('shows no token and no phone number, whatever goes wrong', async () => {
  const kinds = Object.keys(FAULTS).filter((kind): kind is FaultKind => isFaultKind(kind))
  const heard: Heard = { written: [], told: [], chatIds: [], sealed: [] }
  let gateway = await start()
  const { apiToken, simulator } = gateway.simulator
  const chatIds = simulator.contacts.filter(({ outcome }) => outcome === 'found').map(({ chatId }) => chatId)

  for (const [index, kind] of kinds.entries()) {
    gateway.simulator.simulator.setFaults([{ kind, delayMs: 500 }])
    await look(gateway, chatIds[index] ?? '', heard)
    gateway.simulator.simulator.setFaults([])
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text()
    if (metricOf(metrics, 'avatar_breaker_state{method="getAvatar",state="closed"}') === 1) continue
    // This one does not ask any more; the same address book, for the next kind.
    await leave(gateway, heard)
    gateway = await start()
  }
  await leave(gateway, heard)

  const written = heard.written.join('\n')
  const all = `${written}\n${heard.told.join('\n')}`
  expect(new Set(heard.chatIds).size).toBe(kinds.length)
  expect(heard.sealed.length).toBeGreaterThan(20)
  for (const word of ['upstream_credentials', 'quota_exceeded', 'bad_response', '"event":"request"'])
    expect(all).toContain(word)
  expect(all).not.toContain(apiToken)
  expect(all).not.toContain(BEARER_TOKEN)
  for (const chatId of heard.chatIds) expect(all).not.toContain(chatId.split('@')[0])
  for (const sealed of heard.sealed) expect(written).not.toContain(sealed)
  expect(written).not.toContain('chatId')
}, 90_000)
