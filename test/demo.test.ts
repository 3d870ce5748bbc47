import { createSimulator } from '@greenapi/simulator'
import { startSimulator } from '@greenapi/simulator/node'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_SEED } from '../examples/inbox/server/backend.js'
import { BROWSER_ARGS, findBrowser } from '../scripts/findBrowser.js'
import { startDemo } from './kit/startDemo.js'
import type { RunningProgram } from './kit/startProgram.js'
import type { PageWatch } from './kit/watchPage.js'
import { countAvatars, watchPage } from './kit/watchPage.js'

const { apiToken, contacts } = createSimulator({ seed: DEMO_SEED })
const phones = contacts.flatMap(({ chatId }) => /^\d+(?=@c\.us)/.exec(chatId)?.[0] ?? [])

describe('the demo in a real browser', () => {
  let demo: RunningProgram
  let browser: Browser
  let page: Page
  let watch: PageWatch

  beforeAll(async () => {
    ;[demo, browser] = await Promise.all([
      startDemo(),
      chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] }),
    ])
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    watch = watchPage(page)
    await watch.isReady
    await page.goto(demo.ready[1] ?? '')
    await page.waitForFunction(
      () => [...document.images].filter((image) => image.complete && image.naturalWidth > 0).length >= 8,
    )
    // Look-ups that are still on their way end in a picture or in a fallback.
    await page.waitForFunction(() => document.querySelector('[data-status="pending"]') === null)
  })

  afterAll(async () => {
    await browser.close()
    await demo.stop()
  })

  test('shows pictures, and a fallback where there is none', async () => {
    const { decoded, fallbacks, broken } = await countAvatars(page)
    expect(decoded).toBeGreaterThanOrEqual(8)
    expect(fallbacks).toBeGreaterThanOrEqual(1)
    expect(broken).toBe(0)
  })

  test('serves pictures small: no bigger than shown', async () => {
    const sizes = await page.evaluate(() =>
      [...document.images].map((image) => ({ natural: image.naturalWidth, shown: image.clientWidth })),
    )
    expect(sizes.filter(({ natural, shown }) => shown > 0 && natural > 4 * shown)).toEqual([])
  })

  test('calls no request off while nothing scrolls', async () => {
    expect(await watch.calledOff()).toBe(0)
  })

  test('asks for new rows when the list is scrolled, and shows them', async () => {
    const before = await page.evaluate(() => performance.getEntriesByType('resource').length)
    await page.locator('[data-status]').first().hover()
    await page.mouse.wheel(0, 6_000)
    await page.waitForFunction((count) => performance.getEntriesByType('resource').length > count, before)
    await page.waitForFunction(() => document.querySelector('[data-status="pending"]') === null)
    expect((await countAvatars(page)).broken).toBe(0)
  })

  test('fails no request, prints nothing and asks nobody else', () => {
    expect({ failed: watch.failed, console: watch.console, outside: watch.outside }).toEqual({
      failed: [],
      console: [],
      outside: [],
    })
  })

  test('lets the token reach neither the page nor the terminal', async () => {
    const traffic = await watch.traffic()
    expect(traffic.length).toBeGreaterThan(10)
    expect(traffic.filter((text) => text.includes(apiToken)).map((text) => text.slice(0, 200))).toEqual([])
    expect(await page.content()).not.toContain(apiToken)
    expect(demo.output()).not.toContain(apiToken)
  })

  test('puts no phone number in a url or on the terminal', async () => {
    const urls = (await watch.traffic()).map((text) => text.slice(0, text.indexOf('\n')))
    expect(urls.filter((url) => phones.some((phone) => url.includes(phone)))).toEqual([])
    expect(phones.filter((phone) => demo.output().includes(phone))).toEqual([])
  })

  test('prints one address and where avatars come from', () => {
    expect(demo.output().match(/https?:\/\/\S+/g)).toEqual([demo.ready[1]])
    expect(demo.output()).toMatch(/Avatars come from the simulator/)
  })
})

describe('the demo on an instance of one’s own', () => {
  test('shows the chats of a file, and keeps the token of the environment to itself', async () => {
    const canary = 'c0ffee0ddba11ca9a121e5bada55feedfacedeadbeef012345'
    const instance = await startSimulator({ apiToken: canary, contacts: 30, groups: 5 })
    const folder = await mkdtemp(join(tmpdir(), 'demo-'))
    const chats = join(folder, 'chats.txt')
    const lines = instance.simulator.contacts.map(({ chatId, name }) => `${chatId}, ${name}`)
    await writeFile(chats, lines.join('\n'))
    const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] })
    const demo = await startDemo({
      GREEN_API_ID_INSTANCE: instance.idInstance,
      GREEN_API_TOKEN: canary,
      GREEN_API_URL: instance.apiUrl,
      DEMO_CHATS: chats,
    })
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      const watch = watchPage(page)
      await page.goto(demo.ready[1] ?? '')
      await page.waitForFunction(
        () => [...document.images].filter((image) => image.complete && image.naturalWidth > 0).length >= 3,
      )
      expect(instance.simulator.calls.filter(({ status }) => status === 200).length).toBeGreaterThan(3)
      const told = [...(await watch.traffic()), await page.content(), demo.output()]
      expect(told.filter((text) => text.includes(canary)).map((text) => text.slice(0, 200))).toEqual([])
      expect({ failed: watch.failed, console: watch.console }).toEqual({ failed: [], console: [] })
      expect(demo.output()).toMatch(/Avatars come from GREEN-API/)
    } finally {
      await browser.close()
      await demo.stop()
      await instance.close()
      await rm(folder, { recursive: true })
    }
  })
})

describe('the demo as a program', () => {
  test('stops on Ctrl-C with exit code 0', async () => {
    const demo = await startDemo()
    expect(await demo.stop('SIGINT')).toBe(0)
  })

  test('says which port is taken', async () => {
    const first = await startDemo()
    const port = new URL(first.ready[1] ?? '').port
    await expect(startDemo({ PORT: port })).rejects.toThrow(new RegExp(`ended with 1[^]*${port} is taken`))
    await first.stop()
  })

  test('names the setting that is missing for a real instance, and no value', async () => {
    await expect(startDemo({ GREEN_API_TOKEN: apiToken })).rejects.toThrow(/GREEN_API_ID_INSTANCE/)
    await expect(startDemo({ GREEN_API_TOKEN: apiToken })).rejects.not.toThrow(apiToken)
  })
})
