import { fileURLToPath } from 'node:url'
import { FAULTS, type FaultKind, isFaultKind } from '@greenapi/simulator'
import { startSimulator } from '@greenapi/simulator/node'
import { Miniflare } from 'miniflare'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../../test/bundle.js'
import { parseLines } from '../../test/harness.js'

const here = fileURLToPath(new URL('.', import.meta.url))

const WORKER = `
import { createAvatarHandler } from '../index.js'
const handler = createAvatarHandler({ authorize: 'public', pictures: 'link', concealAccounts: false })
// One that has met no fault before.
const fresh = () => createAvatarHandler({ authorize: 'public', pictures: 'link', upstream: { timeoutMs: 200 } })
export default {
  fetch: (request, env, context) =>
    (request.url.includes('/fresh/') ? fresh() : handler).fetch(request, env, context),
}
`

describe('in a workers runtime', () => {
  let simulator: Awaited<ReturnType<typeof startSimulator>>
  let worker: Miniflare

  beforeAll(async () => {
    simulator = await startSimulator({ contacts: 60, groups: 0 })
    worker = new Miniflare({
      modules: [
        { type: 'ESModule', path: 'worker.mjs', contents: await bundle(WORKER, { resolveDir: here }) },
      ],
      compatibilityDate: '2026-04-01',
      compatibilityFlags: ['nodejs_compat'],
      bindings: {
        GREEN_API_ID_INSTANCE: simulator.idInstance,
        GREEN_API_TOKEN: simulator.apiToken,
        GREEN_API_URL: simulator.apiUrl,
      },
    })
    await worker.ready
  })
  afterAll(async () => {
    await worker.dispose()
    await simulator.close()
  })

  const post = (chatIds: readonly string[], waitMs?: number) =>
    worker.dispatchFetch('http://worker.example/api/avatars', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chatIds, waitMs }),
    })

  it('reads its credentials from the bindings and streams answers', async () => {
    const ids = simulator.simulator.contacts.slice(0, 8).map(({ chatId }) => chatId)
    const lines = parseLines(await (await post(ids)).text())
    expect(lines).toHaveLength(8)
    expect(lines.filter(({ status }) => status === 'error')).toEqual([])
    expect(lines.some((line) => line.status === 'found' && line.url.startsWith(simulator.url))).toBe(true)
  })

  it('answers from its cache', async () => {
    const [id = ''] = simulator.simulator.contacts.map(({ chatId }) => chatId)
    const response = await worker.dispatchFetch(`http://worker.example/api/avatars?chatId=${id}`)
    expect(response.headers.get('cache-status')).toBe('greenapi-avatars; hit')
  })

  it('shows the token nowhere, whatever goes wrong', async () => {
    const kinds = Object.keys(FAULTS).filter(
      (kind): kind is FaultKind => isFaultKind(kind) && FAULTS[kind].on !== 'picture',
    )
    const shown: string[] = []
    for (const [index, kind] of kinds.entries()) {
      simulator.simulator.setFaults([{ kind, delayMs: 300 }])
      const url = `http://worker.example/fresh/?chatId=${5521900000000 + index}@c.us`
      const response = await worker.dispatchFetch(url)
      shown.push(
        `${kind} ${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`,
      )
    }
    simulator.simulator.setFaults([])
    const faults = simulator.simulator.calls.flatMap(({ fault }) => (fault === undefined ? [] : [fault]))
    expect(new Set(faults)).toEqual(new Set(kinds))
    expect(shown.filter((text) => text.includes(simulator.apiToken.slice(0, 16)))).toEqual([])
  })

  it(
    'goes on for one request when another that shares its queue has ended',
    { timeout: 60_000 },
    async () => {
      const ids = simulator.simulator.contacts.slice(20, 35).map(({ chatId }) => chatId)
      const [first, second] = await Promise.all([post(ids, 100), post(ids.toReversed(), 25_000)])
      expect(parseLines(await first.text())).toHaveLength(15)
      const lines = parseLines(await second.text())
      expect(lines).toHaveLength(15)
      expect(lines.filter(({ status }) => status === 'pending' || status === 'error')).toEqual([])
    },
  )
})
