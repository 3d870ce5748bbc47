import { createAvatarHandler } from '@greenapi/avatar-server'
import { toNodeHandler } from '@greenapi/avatar-server/node'
import type { FaultKind } from '@greenapi/simulator'
import { FAULTS } from '@greenapi/simulator'
import { startSimulator } from '@greenapi/simulator/node'
import react from '@vitejs/plugin-react'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { inspect } from 'node:util'
import { build } from 'vite'
import { describe, expect, test, vi } from 'vitest'

/** Looked for everywhere. The shape is that of a real token. */
const CANARY = 'c0ffee0ddba11ca9a121e5bada55feedfacedeadbeef012345'

const isKind = (kind: string): kind is FaultKind => Object.hasOwn(FAULTS, kind)
/** Everything that goes wrong, but for what only ends by a deadline. */
const kinds = Object.keys(FAULTS).filter(
  (kind): kind is FaultKind => isKind(kind) && !/hang|slow|endless/.test(kind),
)

describe('the token', () => {
  test('is in no file of a built app, though it was in the environment of the build', async () => {
    vi.stubEnv('GREEN_API_TOKEN', CANARY)
    vi.stubEnv('NODE_ENV', 'production')
    const built = await build({
      configFile: false,
      root: 'examples/inbox',
      logLevel: 'silent',
      plugins: [react()],
      resolve: { conditions: ['@greenapi/source', 'module', 'browser', 'development|production'] },
      build: { write: false, minify: false },
    })
    vi.unstubAllEnvs()
    const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
    const files = outputs.map((file) => (file.type === 'chunk' ? file.code : file.source.toString()))
    expect(files.join('').length).toBeGreaterThan(100_000)
    expect(files.filter((file) => file.includes(CANARY))).toEqual([])
    // A part of every address that the token is in: whoever builds one stays on the server.
    expect(files.filter((file) => file.includes('waInstance')).map((file) => file.slice(0, 200))).toEqual([])
  })

  test.each(kinds)('is in no answer, event, log or object when upstream has the fault %s', async (kind) => {
    const printed: string[] = []
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, method).mockImplementation((...values) => void printed.push(inspect(values)))
    }
    const upstream = await startSimulator({
      apiToken: CANARY,
      contacts: 8,
      groups: 2,
      ratePerSecond: Infinity,
    })
    const events: unknown[] = []
    const handler = createAvatarHandler({
      authorize: 'public',
      credentials: { apiUrl: upstream.apiUrl, idInstance: upstream.idInstance, apiToken: CANARY },
      allowPrivateAddresses: true,
      pictureHosts: [new URL(upstream.apiUrl).host],
      checkAccount: true,
      onEvent: (event) => void events.push(event),
    })
    const server = createServer(toNodeHandler(handler)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const backendUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/api/avatars`
    try {
      const chatIds = upstream.simulator.contacts.map(({ chatId }) => chatId)
      const seen: string[] = []
      const keep = async (response: Response): Promise<string> => {
        const body = Buffer.from(await response.arrayBuffer()).toString('latin1')
        seen.push(inspect([...response.headers]), body)
        return body
      }
      const ask = (refresh: readonly string[] = []): Promise<string> =>
        fetch(backendUrl, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ chatIds, refresh, waitMs: 500 }),
        }).then(keep)
      const warm = FAULTS[kind].on === 'picture' ? await ask() : ''
      upstream.simulator.setFaults([{ kind }])
      const lines = `${warm}${await ask()}`
      await keep(await fetch(`${backendUrl}?chatId=${encodeURIComponent(chatIds[0] ?? '')}&refresh=1`))
      for (const [, path] of lines.matchAll(/"url":"(picture\/[^"]+)"/g)) {
        await keep(await fetch(`${backendUrl}/${path}?size=96`))
      }
      const objects = inspect([handler, handler.stats(), events], {
        depth: 12,
        showHidden: true,
        getters: true,
      })
      seen.push(objects, JSON.stringify([handler.stats(), events]), ...printed)
      expect(seen.join('\n').length).toBeGreaterThan(1_000)
      expect(seen.filter((text) => text.includes(CANARY))).toEqual([])
      const phones = chatIds.flatMap((chatId) => /^\d+(?=@c\.us)/.exec(chatId)?.[0] ?? [])
      const told = [objects, ...printed].join('\n')
      expect(phones.filter((phone) => told.includes(phone))).toEqual([])
    } finally {
      handler.close()
      server.closeAllConnections()
      server.close()
      await upstream.close()
    }
  })
})
