import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startSimulator } from '@greenapi/simulator/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../../test/bundle.js'
import { parseLines } from '../../test/harness.js'

const packageDir = fileURLToPath(new URL('../../', import.meta.url))

const ROUTE = `
import { after } from 'next/server'
import { createAvatarHandler } from './src/index.js'
import { toNextHandlers } from './src/adapters/next.js'

export const dynamic = 'force-dynamic'
const handler = createAvatarHandler({ authorize: 'public', pictures: 'link' })
export const { GET, HEAD, POST, OPTIONS } = toNextHandlers(handler, { waitUntil: after })
`

describe('under Next, built and started', () => {
  let simulator: Awaited<ReturnType<typeof startSimulator>>
  let app: string
  let server: ChildProcess
  let url = ''

  const next = (args: readonly string[]): ChildProcess =>
    spawn(
      process.execPath,
      [createRequire(join(packageDir, 'x.js')).resolve('next/dist/bin/next'), ...args, app],
      {
        env: {
          PATH: process.env['PATH'],
          NODE_ENV: 'production',
          NEXT_TELEMETRY_DISABLED: '1',
          GREEN_API_ID_INSTANCE: simulator.idInstance,
          GREEN_API_TOKEN: simulator.apiToken,
          GREEN_API_URL: simulator.apiUrl,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )

  beforeAll(async () => {
    simulator = await startSimulator({ contacts: 40, groups: 0 })
    app = await mkdtemp(join(tmpdir(), 'avatars-next-'))
    const route = join(app, 'app/api/avatars/[[...path]]')
    await mkdir(route, { recursive: true })
    await writeFile(join(app, 'package.json'), '{"type":"module"}')
    await symlink(join(packageDir, 'node_modules'), join(app, 'node_modules'))
    await writeFile(
      join(route, 'route.js'),
      await bundle(ROUTE, { resolveDir: packageDir, external: ['next', 'next/*'] }),
    )
    const build = next(['build', '--webpack'])
    let log = ''
    build.stdout?.on('data', (data) => (log += String(data)))
    build.stderr?.on('data', (data) => (log += String(data)))
    const [code] = await once(build, 'exit')
    if (code !== 0) throw new Error(`next build failed: ${log}`)
    server = next(['start', '--port', '0', '--hostname', '127.0.0.1'])
    url = await new Promise((resolve, reject) => {
      server.stdout?.on('data', (data) => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(String(data))
        if (found !== null) resolve(`${found[0]}/api/avatars`)
      })
      server.once('exit', () => reject(new Error('next start ended.')))
    })
  }, 240_000)

  afterAll(async () => {
    server?.kill('SIGTERM')
    if (server?.exitCode === null) await once(server, 'exit')
    await simulator.close()
    await rm(app, { recursive: true, force: true })
  })

  it('streams look-ups and refuses what is not served', async () => {
    const chatIds = simulator.simulator.contacts.slice(0, 8).map(({ chatId }) => chatId)
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chatIds }),
    })
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
    const lines = parseLines(await response.text())
    expect(lines).toHaveLength(8)
    expect(lines.filter(({ status }) => status === 'error')).toEqual([])
    expect((await fetch(`${url}?chatId=${chatIds[0]}`)).headers.get('cache-status')).toContain('hit')
    expect((await fetch(`${url}?chatId=${chatIds[0]}`, { method: 'HEAD' })).status).toBe(200)
    expect((await fetch(`${url}/picture/AAAA`)).status).toBe(404)
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(405)
  })
})
