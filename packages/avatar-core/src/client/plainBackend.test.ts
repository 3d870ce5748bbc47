import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { decodeGreenApiAvatar } from '../greenapi/decodeGreenApiAvatar.js'
import { person, startBackend } from './backend.kit.js'
import { createAvatarClient } from './createAvatarClient.js'

const ANA = person(1)

/** GREEN-API, as far as this test needs it. */
async function startGreenApi(): Promise<string> {
  const bodies: Record<string, unknown> = {
    [ANA]: { urlAvatar: 'https://pps.whatsapp.net/v/t61.24694-24/1_2_3_n.jpg?oe=FFFFFFFF', available: true },
    [person(2)]: { urlAvatar: '', available: false },
    [person(3)]: { existsWhatsapp: false, urlAvatar: null, reason: '' },
    [person(4)]: { existsWhatsapp: false, urlAvatar: '', reason: 'bad request data' },
  }
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => {
      const { chatId }: { chatId: string } = JSON.parse(text)
      const body = request.url === '/waInstance1101/getAvatar/THE-TOKEN' ? bodies[chatId] : undefined
      response.statusCode = body === undefined ? 429 : 200
      response.end(JSON.stringify(body ?? { message: 'Too many requests', path: request.url }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}`
}

/** Runs the backend of the README, to the letter but for the port: the system chooses it. */
async function startBackendOfReadme(greenApiUrl: string): Promise<string> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const [, code = ''] = /```js\n\/\/ backend\.mjs\n(.*?)```/s.exec(readme) ?? []
  const folder = await mkdtemp(join(tmpdir(), 'plain-backend-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'backend.mjs')
  await writeFile(
    file,
    code.replace('.listen(PORT)', '.listen(PORT, function () { console.log(this.address().port) })'),
  )
  const child = spawn(process.execPath, [file], {
    env: {
      GREEN_API_URL: greenApiUrl,
      GREEN_API_ID_INSTANCE: '1101',
      GREEN_API_TOKEN: 'THE-TOKEN',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  const [port] = await once(child.stdout, 'data')
  return `http://127.0.0.1:${Number(port)}/avatar`
}

test('the backend of ten lines in the README works with batch: false and decode, and keeps the token', async () => {
  const backendUrl = await startBackendOfReadme(await startGreenApi())
  const bodies: string[] = []
  const client = createAvatarClient({
    backendUrl,
    batch: false,
    decode: decodeGreenApiAvatar,
    fetch: async (url, init) => {
      const response = await fetch(url, init)
      bodies.push(await response.clone().text())
      return response
    },
  })
  const results = await Promise.allSettled([1, 2, 3, 4, 5].map((index) => client.getAvatar(person(index))))
  expect(results).toMatchObject([
    { value: { status: 'found', url: expect.stringContaining('1_2_3_n.jpg'), freshForMs: 43_200_000 } },
    { value: { status: 'hidden' } },
    { value: { status: 'no_account' } },
    { reason: { code: 'invalid_chat_id', retryable: false } },
    { reason: { code: 'rate_limited', retryable: true } },
  ])
  expect(bodies).toHaveLength(5)
  expect(bodies.join('')).not.toContain('THE-TOKEN')
})

describe('batch: false without decode', () => {
  test('asks with one GET for each chat, four at a time, and reads the protocol’s own form', async () => {
    let open = 0
    let most = 0
    const backend = await startBackend(async ({ url }, response) => {
      most = Math.max(most, (open += 1))
      await new Promise(setImmediate)
      open -= 1
      const chatId = new URL(url, 'http://localhost').searchParams.get('chatId')
      response.end(JSON.stringify({ status: 'none', chatId: `other-${chatId}`, freshForMs: 5 }, null, 2))
    })
    const client = createAvatarClient({ backendUrl: backend.url, batch: false })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => client.getAvatar(person(index))),
    )
    expect(answers).toEqual(Array.from({ length: 20 }, () => ({ status: 'none', freshForMs: 5 })))
    expect(backend.requests).toHaveLength(20)
    expect(most).toBeLessThanOrEqual(4)
    expect(backend.requests[0]).toMatchObject({ method: 'GET', chatIds: [] })
    expect(backend.requests[0]?.headers['content-type']).toBeUndefined()
  })

  test('a refresh says so in the url, and the id needs no escapes there', async () => {
    const backend = await startBackend((_, response) => void response.end('{"status":"none","freshForMs":5}'))
    await createAvatarClient({ backendUrl: backend.url, batch: false }).getAvatar(ANA, { refresh: true })
    const [{ url } = { url: '' }] = backend.requests
    expect(new URL(url, backend.url).searchParams.get('chatId')).toBe(ANA)
    expect(url).toBe(`/api/avatars?chatId=${ANA}&refresh=1`)
  })

  test.each([
    [200, '<html>', 'bad_response'],
    [200, '', 'bad_response'],
    [200, '{"status":"error","code":"forbidden"}', 'forbidden'],
    [401, '', 'unauthorized'],
    [503, '{"code":"quota_exceeded"}', 'quota_exceeded'],
  ])('HTTP %i with %j fails as %s', async (status, body, code) => {
    const backend = await startBackend((_, response) => void response.writeHead(status).end(body))
    const client = createAvatarClient({ backendUrl: backend.url, batch: false })
    await expect(client.getAvatar(ANA)).rejects.toMatchObject({ code })
  })

  test('an answer that does not end fails as bad_response', async () => {
    const backend = await startBackend((_, response) => {
      const filler = 'x'.repeat(65_536)
      const pour = (): void => {
        while (!response.destroyed && response.write(filler));
      }
      response.on('drain', pour)
      pour()
    })
    const client = createAvatarClient({ backendUrl: backend.url, batch: false })
    await expect(client.getAvatar(ANA)).rejects.toMatchObject({ code: 'bad_response' })
  })

  test('ids of other messengers go into the url as they are', async () => {
    const backend = await startBackend((_, response) => void response.end('{"status":"none","freshForMs":5}'))
    const client = createAvatarClient({ backendUrl: backend.url, batch: false, messenger: 'telegram' })
    await client.getAvatar('-10000000000000')
    expect(backend.requests[0]?.url).toBe('/api/avatars?chatId=-10000000000000')
  })
})
