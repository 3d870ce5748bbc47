import { createSimulator } from '@greenapi/simulator'
import { execFile } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../scripts/findBrowser.js'
import { buildPackages } from './kit/buildPackages.js'
import type { RunningProgram } from './kit/startProgram.js'
import { startProgram } from './kit/startProgram.js'
import type { PageWatch } from './kit/watchPage.js'
import { countAvatars, watchPage } from './kit/watchPage.js'

/** A first build is slow, and slower beside other tests. */
const BUILD_MS = 600_000
const APP = 'examples/next'
/** In the environment of the build, where a bundler could pick it up. */
const CANARY = 'c0ffee0ddba11ca9a121e5bada55feedfacedeadbeef012345'

// The seed of scripts/start.ts: the token and the people follow from it.
const { apiToken, contacts } = createSimulator({ seed: 3589 })
const people = contacts.filter(({ kind }) => kind === 'user').slice(0, 12)
const groups = contacts.filter(({ kind }) => kind === 'group').slice(0, 7)
const withPicture = people.filter(({ outcome }) => outcome === 'found').length

const { GREEN_API_ID_INSTANCE: _id, GREEN_API_TOKEN: _token, ...clean } = process.env
const env = { ...clean, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const

let app: RunningProgram
let browser: Browser
let url: string
/** The first answer of the server, when it knows no avatar yet, as it arrived. */
const firstChunks: string[] = []

beforeAll(async () => {
  await buildPackages()
  await promisify(execFile)(process.execPath, [`${APP}/node_modules/next/dist/bin/next`, 'build', APP], {
    env: { ...env, GREEN_API_TOKEN: CANARY },
  })
  ;[app, browser] = await Promise.all([
    startProgram({
      command: process.execPath,
      args: ['--import', 'tsx', `${APP}/scripts/start.ts`, 'start', '--port', '0'],
      env,
      ready: /(http:\/\/127\.0\.0\.1:\d+)[^]*Ready/,
    }),
    chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] }),
  ])
  url = app.ready[1] ?? ''
  const response = await fetch(url)
  const text = response.body?.pipeThrough(new TextDecoderStream())
  for await (const chunk of text ?? []) firstChunks.push(chunk)
}, BUILD_MS)

afterAll(async () => {
  await browser?.close()
  await app?.stop('SIGTERM')
})

/** Opens the page; `late`: its scripts never arrive. */
async function visit({ late = false } = {}): Promise<{ page: Page; watch: PageWatch }> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 1000 } })
  if (late) await page.route('**/*.js', () => {})
  const watch = watchPage(page)
  await page.goto(url, { waitUntil: 'commit' })
  return { page, watch }
}

/** Until React has taken over every avatar, and each has an answer and its picture. */
const settle = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const avatars = [...document.querySelectorAll('[data-status][data-image]')]
    return (
      avatars.length > 19 &&
      avatars.every((avatar) =>
        avatar.getAttribute('data-status') === 'found'
          ? avatar.getAttribute('data-image') === 'loaded'
          : /none|hidden|no_account/.test(avatar.getAttribute('data-status') ?? ''),
      )
    )
  })

/** Gives everything that would be asked its turn: an observer's look at the page, then the client's window for a batch. */
const letAsk = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const observer = new IntersectionObserver(() => {
          observer.disconnect()
          setTimeout(resolve, 200)
        })
        observer.observe(document.body)
      }),
  )

const isLookUp = (text: string): boolean => text.startsWith('POST ')

const pictures = (html: string): string[] =>
  [...html.matchAll(/<img[^>]+src="(\/api\/avatars\/picture\/[^"]+)"/g)].map(([, src]) => src ?? '')

describe('a first visit, when nothing is known', () => {
  test('gets the list at once, and the part that asks WhatsApp when it is there', () => {
    const streamed = firstChunks.findIndex((chunk) => chunk.includes('59 members'))
    const before = firstChunks.slice(0, streamed).join('')
    expect(streamed).toBeGreaterThan(0)
    expect(before.includes('0 of 12 avatars came with the page')).toBe(true)
    expect(before.includes('Asking for the groups')).toBe(true)
    expect(pictures(before)).toEqual([])
  })

  test('asks from the browser for what is missing, and shows it', async () => {
    const { page, watch } = await visit()
    await settle(page)
    expect((await watch.traffic()).filter(isLookUp).length).toBeGreaterThan(0)
    expect((await countAvatars(page)).broken).toBe(0)
    expect(watch).toMatchObject({ console: [], failed: [], outside: [] })
    await page.close()
  })
})

describe('a later visit', () => {
  test('gets every picture that is known with the HTML, and no preload beside it', async () => {
    const html = await (await fetch(url)).text()
    expect(html.includes('12 of 12 avatars came with the page')).toBe(true)
    expect(pictures(html.slice(0, html.indexOf('Groups')))).toHaveLength(withPicture)
    expect(pictures(html).length).toBeGreaterThan(withPicture)
    expect(/<link[^>]+rel="preload"[^>]+as="image"/.exec(html)?.[0]).toBeUndefined()
    expect(/<[^>]+\sstyle="/.exec(html)?.[0]).toBeUndefined()
  })

  test('shows them before any script has arrived', async () => {
    const { page, watch } = await visit({ late: true })
    await page.waitForFunction((count) => {
      const images = [...document.querySelectorAll<HTMLImageElement>('section:first-child img')]
      return images.length === count && images.every((image) => image.naturalWidth > 0)
    }, withPicture)
    expect(await page.locator('[data-image=loaded]').count()).toBe(0)
    expect(watch).toMatchObject({ console: [], failed: [], outside: [] })
    await page.close()
  })

  test('hydrates without a word, and asks for nothing that came with it', async () => {
    const { page, watch } = await visit()
    await settle(page)
    await letAsk(page)
    expect((await watch.traffic()).filter(isLookUp)).toEqual([])
    // Its policy forbids inline styles and unsigned scripts: a breach would be on the console, as a mismatch would.
    expect(watch).toMatchObject({ console: [], failed: [], outside: [] })
    const { decoded, broken } = await countAvatars(page)
    expect(decoded).toBeGreaterThan(withPicture)
    expect(broken).toBe(0)
    await page.close()
  })
})

describe('the route', () => {
  const ask = (chatIds: readonly string[], headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}/api/avatars`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ chatIds, waitMs: 25_000 }),
    })

  test('answers line by line, what is known first', async () => {
    const warm = people[0]?.chatId ?? ''
    const members = groups.flatMap(({ members = [] }) => members)
    const shown = new Set(groups.flatMap(({ members = [] }) => members.slice(0, 3)))
    const cold = [...new Set(members)].filter((id) => !shown.has(id)).slice(0, 30)
    expect(cold).toHaveLength(30)
    const response = await ask([...cold, warm])
    expect(response.headers.get('content-type')).toBe('application/x-ndjson')
    const chunks: string[] = []
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) chunks.push(chunk)
    expect(chunks.length).toBeGreaterThan(2)
    expect(chunks[0]).toContain(warm)
    expect(chunks.join('').trim().split('\n')).toHaveLength(31)
  })

  test('lets a user see no chat but their own, and a stranger none', async () => {
    const theirs = contacts[500]?.chatId ?? ''
    expect(await (await ask([theirs])).json()).toEqual({
      chatId: theirs,
      status: 'error',
      code: 'forbidden',
    })
    expect((await ask([theirs], { cookie: 'signed-out=1' })).status).toBe(401)
  })
})

describe('the token', () => {
  test('is in no file that the browser gets', () => {
    const folder = join(APP, '.next/static')
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    )
    const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    expect(texts.some((text) => text.includes('wa-avatar'))).toBe(true)
    expect(texts.filter((text) => text.includes(CANARY) || text.includes('waInstance'))).toEqual([])
  })

  test('is in no answer, and nothing that was printed', async () => {
    const { page, watch } = await visit()
    await settle(page)
    const seen = [...(await watch.traffic()), await page.content(), ...firstChunks, app.output()]
    await page.close()
    // The simulator of the app is the one whose token is looked for.
    expect(people.every(({ chatId }) => seen.some((text) => text.includes(chatId)))).toBe(true)
    expect(seen.filter((text) => text.includes(apiToken)).map((text) => text.slice(0, 200))).toEqual([])
  })
})

test('SIGTERM ends it with exit code 0', async () => {
  expect(await app.stop('SIGTERM')).toBe(0)
})
