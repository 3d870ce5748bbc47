import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { nextPiece, responseTo } from '../../test/guards.js'
import { type AvatarServer, listen, type NodeServer, startAvatarServer } from '../../test/nodeServer.js'

const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx', '/usr/local/bin/nginx'].find(
  (path) => existsSync(path),
)
const isMissing = NGINX === undefined && process.env['CI'] !== 'true'
if (isMissing) {
  console.warn(
    'Skipped: streaming through nginx, for nginx is not installed here. On Debian: apt-get install nginx-light.',
  )
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

/** Buffering is on as nginx ships it; everything that can be compressed is. */
const config = (dir: string, port: number, routes: Record<string, number>): string => `
daemon off; pid ${dir}/nginx.pid; error_log ${dir}/error.log; worker_processes 1;
events {}
http {
  access_log off;
  client_body_temp_path ${dir}/body; proxy_temp_path ${dir}/proxy; fastcgi_temp_path ${dir}/fastcgi;
  uwsgi_temp_path ${dir}/uwsgi; scgi_temp_path ${dir}/scgi;
  gzip on; gzip_types *; gzip_min_length 0; gzip_proxied any;
  server {
    listen 127.0.0.1:${port};
    ${Object.entries(routes)
      .map(([path, to]) => `location ${path} { proxy_pass http://127.0.0.1:${to}; }`)
      .join('\n    ')}
  }
}`

const isUp = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ status }) => status === 400,
    () => false,
  )

describe.skipIf(isMissing)('behind nginx as it ships', () => {
  let dir: string
  let running: AvatarServer
  let naive: NodeServer
  let nginx: ChildProcess
  let url: string

  beforeAll(async () => {
    if (NGINX === undefined) throw new Error('nginx is needed in CI. On Debian: apt-get install nginx-light.')
    dir = await mkdtemp(join(tmpdir(), 'avatars-nginx-'))
    await mkdir(join(dir, 'body'))
    running = await startAvatarServer({ rate: { perSecond: 10 } })
    naive = await listen((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' })
      response.write('{"first":"line"}\n')
    })
    const port = await freePort()
    await writeFile(
      join(dir, 'nginx.conf'),
      config(dir, port, { '/api/': running.port, '/naive/': naive.port }),
    )
    nginx = spawn(NGINX, ['-p', dir, '-c', join(dir, 'nginx.conf')], { stdio: 'ignore' })
    url = `http://127.0.0.1:${port}`
    // Answered by the handler, through nginx: it is up.
    await vi.waitUntil(() => isUp(`${url}/api/avatars`), 10_000)
  })
  afterAll(async () => {
    nginx.kill('SIGTERM')
    await once(nginx, 'exit')
    await running.close()
    await naive.close()
    await rm(dir, { recursive: true, force: true })
  })

  /** What arrives while the server still has more to say; `undefined` when nothing does. */
  async function earlyPiece(path: string, body: string, quietMs: number): Promise<string | undefined> {
    const sent = httpRequest(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip' },
    })
    sent.on('error', () => {})
    sent.end(body)
    const piece = responseTo(sent).then((response) => {
      const isPacked = response.headers['content-encoding'] === 'gzip'
      const plain = isPacked ? response.pipe(createGunzip()) : response
      plain.on('error', () => {})
      return nextPiece(plain)
    })
    const quiet = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), quietMs))
    const first = await Promise.race([piece.catch(() => undefined), quiet])
    sent.destroy()
    return first
  }

  it('brings what is known at once, while a cold id is still being asked for', async () => {
    const { simulator, backendUrl } = running
    const [warm, cold] = simulator.contacts.map(({ chatId }) => chatId)
    await (await fetch(`${backendUrl}?chatId=${warm}`)).text()
    simulator.setFaults([{ kind: 'hang' }])
    const piece = await earlyPiece('/api/avatars', JSON.stringify({ chatIds: [cold, warm] }), 5_000)
    expect(piece).toContain(warm)
    expect(piece).not.toContain(cold)
  })

  it('would hold an answer without those headers', async () => {
    expect(await earlyPiece('/naive/', '', 700)).toBeUndefined()
  })

  it('tells the handler when the client behind it leaves', async () => {
    const { simulator, handler } = running
    simulator.setFaults([{ kind: 'hang' }])
    const leaving = new AbortController()
    const chatIds = simulator.contacts.slice(50, 150).map(({ chatId }) => chatId)
    const response = await fetch(`${url}/api/avatars`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chatIds }),
      signal: leaving.signal,
    })
    expect(response.status).toBe(200)
    const queued = () => Object.values(handler.stats().instances)[0]?.getAvatar.queued
    await expect.poll(queued).toBeGreaterThan(50)
    leaving.abort()
    // Without that it would take ten times as long.
    await expect.poll(queued, { timeout: 900 }).toBe(0)
  })
})
