import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { linkIn } from '../simulator.kit.js'
import { startSimulator } from './startSimulator.js'
import type { RunningSimulator, StartSimulatorOptions } from './startSimulator.js'

const running: RunningSimulator[] = []

afterEach(async () => {
  for (const one of running.splice(0)) await one.close()
})

const FOUND = '12025550143@c.us'

async function start(options: StartSimulatorOptions = {}): Promise<RunningSimulator> {
  const started = await startSimulator({ contacts: 0, groups: 0, ...options })
  started.simulator.setContact(FOUND, { pictureId: 'cake' })
  running.push(started)
  return started
}

const getAvatar = (
  { apiUrl, idInstance, apiToken }: RunningSimulator,
  init?: RequestInit,
): Promise<Response> =>
  fetch(`${apiUrl}/waInstance${idInstance}/getAvatar/${apiToken}`, {
    method: 'POST',
    body: JSON.stringify({ chatId: FOUND }),
    ...init,
  })

test('answers over HTTP, and serves the pictures itself', async () => {
  const started = await start()
  expect(started.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(started.apiToken).toMatch(/^[0-9a-f]{50}$/)
  const link = await linkIn(await getAvatar(started))
  expect(new URL(link).origin).toBe(started.url)
  const picture = await fetch(link)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await picture.arrayBuffer()).byteLength).toBe(Number(picture.headers.get('content-length')))
})

test('takes instance and token as given', async () => {
  const started = await start({ idInstance: '1101000001', apiToken: 'canary-token' })
  expect((await getAvatar(started)).status).toBe(200)
  expect([started.idInstance, started.apiToken]).toEqual(['1101000001', 'canary-token'])
})

test('a client that leaves ends its request', async () => {
  const started = await start({ faults: [{ kind: 'hang' }] })
  const abort = new AbortController()
  const answer = getAvatar(started, { signal: abort.signal })
  await expect.poll(() => started.simulator.calls[0]?.fault).toBe('hang')
  abort.abort()
  await expect(answer).rejects.toThrow(/abort/)
  await expect.poll(() => started.simulator.calls[0]?.status).toBe('left')
})

test('faults of the connection reach the client', async () => {
  const started = await start()
  const link = await linkIn(await getAvatar(started))
  started.simulator.setFaults([{ kind: 'reset' }, { kind: 'picture_cut' }])
  await expect(getAvatar(started)).rejects.toThrow('fetch failed')
  const cut = await fetch(link)
  expect(cut.status).toBe(200)
  await expect(cut.arrayBuffer()).rejects.toThrow('terminated')
})

test('an endless picture stops when the client has had enough', async () => {
  const started = await start({ faults: [{ kind: 'picture_endless' }] })
  const response = await fetch(await linkIn(await getAvatar(started)))
  const reader = response.body?.getReader()
  let size = 0
  while (size < 2_000_000) size += (await reader?.read())?.value?.length ?? Number.NaN
  await reader?.cancel()
  await started.close()
  await expect(getAvatar(started)).rejects.toThrow('fetch failed')
})

test('listens on all addresses when asked, and says one that can be called', async () => {
  const started = await start({ host: '0.0.0.0' })
  expect(started.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await getAvatar(started)).status).toBe(200)
})

test('calls a second apart are within the limit even when they arrive a little closer', async () => {
  let at = 0
  const started = await start({ now: () => at })
  for (let index = 0; index < 10; index += 1) expect((await getAvatar(started)).status).toBe(200)
  at = 899
  expect((await getAvatar(started)).status).toBe(429)
  at = 900
  expect((await getAvatar(started)).status).toBe(200)
})

test('a taken port is the system error EADDRINUSE', async () => {
  const started = await start()
  const port = Number(new URL(started.url).port)
  await expect(startSimulator({ port, contacts: 0, groups: 0 })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test('survives requests that are not HTTP or too large', async () => {
  const started = await start()
  const { hostname, port } = new URL(started.url)
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write('nonsense\r\n\r\n'))
    socket.resume().on('close', () => resolve())
  })
  await expect(getAvatar(started, { body: 'x'.repeat(2_000_000) })).rejects.toThrow('fetch failed')
  expect((await getAvatar(started)).status).toBe(200)
})

test('closes with requests still open, and twice', async () => {
  const started = await start({ faults: [{ kind: 'hang' }] })
  const answer = getAvatar(started).catch((error: unknown) => error)
  await expect.poll(() => started.simulator.calls.length).toBe(1)
  await started.close()
  expect(await answer).toBeInstanceOf(TypeError)
  await started.close()
})
