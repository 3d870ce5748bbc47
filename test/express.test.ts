import { createSimulator } from '@greenapi/simulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningProgram } from './kit/startProgram.js'
import { startProgram } from './kit/startProgram.js'

const { apiToken, contacts } = createSimulator({ seed: 3589 })
const shown = contacts.slice(0, 16)

let program: RunningProgram
let url: string
let html: string
/** Everything the server sent. */
const sent: string[] = []

async function get(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(new URL(path, url), init)
  const copy = Buffer.from(await response.clone().arrayBuffer()).toString('latin1')
  sent.push(`${JSON.stringify([...response.headers])}\n${copy}`)
  return response
}

const ask = (chatIds: readonly string[], headers: Record<string, string> = {}): Promise<Response> =>
  get('/api/avatars', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ chatIds }),
  })

beforeAll(async () => {
  const { GREEN_API_ID_INSTANCE: _id, GREEN_API_TOKEN: _token, ...env } = process.env
  program = await startProgram({
    command: process.execPath,
    args: ['--conditions=@greenapi/source', '--import', 'tsx', 'examples/express/server.ts'],
    env: { ...env, PORT: '0' },
    ready: /(http:\/\/127\.0\.0\.1:\d+)/,
  })
  url = program.ready[1] ?? ''
  // Held until all is known, so that the page need not hurry.
  await ask(shown.map(({ chatId }) => chatId))
  html = await (await get('/')).text()
})

afterAll(() => program.stop())

test('the page lists the chats, with a small picture of each that has one', async () => {
  for (const { name } of shown) expect(html).toContain(name.replaceAll('&', '&amp;'))
  const pictures = [...html.matchAll(/<img src="([^"]+)"/g)].map(([, path]) => path ?? '')
  expect(pictures).toHaveLength(shown.filter(({ outcome }) => outcome === 'found').length)
  for (const picture of pictures) {
    const response = await get(picture)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp'])
  }
})

test('the page may load nothing but its own pictures and style', async () => {
  const policy = (await get('/')).headers.get('content-security-policy')
  expect(policy).toBe("default-src 'none'; img-src 'self'; style-src 'self'")
  expect(html).not.toMatch(/<script|<style|\sstyle=/)
})

test('a user of the session sees their chats, and nobody else’s', async () => {
  const mine = contacts[2]?.chatId ?? ''
  const theirs = contacts[200]?.chatId ?? ''
  const lines = (await (await ask([mine, theirs])).text()).trim().split('\n')
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ chatId: mine, status: 'found' }),
      { chatId: theirs, status: 'error', code: 'forbidden' },
    ]),
  )
})

test('who is signed out gets the answer of authorize, and an empty page', async () => {
  const stranger = { cookie: 'signed-out=1' }
  const refused = await ask([contacts[2]?.chatId ?? ''], stranger)
  expect([refused.status, await refused.text()]).toEqual([401, 'Sign in first.'])
  expect(await (await get('/', { headers: stranger })).text()).not.toContain('<li>')
})

test('the token is in nothing that was sent or printed', async () => {
  expect(sent.length).toBeGreaterThan(10)
  expect(sent.filter((text) => text.includes(apiToken))).toEqual([])
  expect(program.output()).not.toContain(apiToken)
})

test('Ctrl-C ends it with exit code 0', async () => {
  expect(await program.stop()).toBe(0)
})
