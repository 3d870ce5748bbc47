import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../scripts/findBrowser.js'
import { bigPageHtml } from './kit/bigPageHtml.js'
import { startBigPage } from './kit/bigPageStack.js'
import type { BigPageStack } from './kit/bigPageStack.js'

const CHATS = 1000
const VIEWPORT = { width: 1280, height: 1600 }

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] })
})
afterAll(() => browser.close())

/** The chat ids of every look-up that a page sends. */
function watchLookUps(page: Page): string[][] {
  const asked: string[][] = []
  page.on('request', (request) => {
    if (request.method() !== 'POST') return
    const { chatIds }: { chatIds: string[] } = JSON.parse(request.postData() ?? '{}')
    asked.push(chatIds)
  })
  return asked
}

const allPainted = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    (count) => document.querySelectorAll('.wa-avatar[data-image="loaded"]').length === count,
    CHATS,
    { timeout: 100_000, polling: 250 },
  )

describe('1,000 avatars of 40 px in view at DPR 2, server warm', { timeout: 120_000 }, () => {
  let stack: BigPageStack
  let page: Page
  let asked: string[][]

  beforeAll(async () => {
    stack = await startBigPage({ chats: CHATS, perSecond: 2 * CHATS, stopClock: true })
    await stack.warm(stack.chatIds)
    page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: 2 })
    asked = watchLookUps(page)
    await page.goto(stack.origin)
    await page.evaluate((chatIds) => {
      performance.setResourceTimingBufferSize(5000)
      window.bigPage.show({ chatIds, layout: 'grid' })
    }, stack.chatIds)
    await allPainted(page)
  }, 120_000)

  afterAll(async () => {
    await page.close()
    await stack.close()
  })

  test('one request per 100 ids, and nothing is asked twice', () => {
    expect(asked).toHaveLength(CHATS / 100)
    expect(asked.flat().toSorted()).toEqual(stack.chatIds.toSorted())
    expect(stack.hits().filter(({ kind }) => kind === 'look-up')).toHaveLength(CHATS / 100)
  })

  test('downloads each picture once, and at most 5 % of the bytes of the originals', async () => {
    const pictures = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .flatMap((entry) =>
          entry instanceof PerformanceResourceTiming && entry.name.includes('/picture/')
            ? [{ url: entry.name, bytes: entry.encodedBodySize }]
            : [],
        ),
    )
    expect(new Set(pictures.map(({ url }) => url)).size).toBe(CHATS)
    expect(stack.hits().filter(({ kind }) => kind === 'picture')).toHaveLength(CHATS)
    const downloaded = pictures.reduce((sum, { bytes }) => sum + bytes, 0)
    const originals = await stack.originalBytes(stack.chatIds)
    expect(downloaded).toBeGreaterThan(CHATS * 200)
    expect(downloaded / originals).toBeLessThanOrEqual(0.05)
  })

  test('a new render with the same props, and equal answers, render no avatar again', async () => {
    const renders = await page.evaluate(async () => {
      const before = window.bigPage.renders()
      window.bigPage.showAgain()
      window.bigPage.copyAnswers()
      await new Promise(requestAnimationFrame)
      return { before, after: window.bigPage.renders() }
    })
    expect(renders.before).toBeGreaterThanOrEqual(CHATS)
    expect(renders.after).toBe(renders.before)
  })

  test('mounting them all again asks for nothing and downloads nothing', async () => {
    stack.forget()
    await page.evaluate((chatIds) => {
      window.bigPage.hide()
      window.bigPage.show({ chatIds, layout: 'grid' })
    }, stack.chatIds)
    await allPainted(page)
    expect(stack.hits()).toEqual([])
  })

  test('a reload downloads no picture', async () => {
    stack.forget()
    await page.reload()
    await page.evaluate((chatIds) => window.bigPage.show({ chatIds, layout: 'grid' }), stack.chatIds)
    await allPainted(page)
    expect(stack.hits().filter(({ kind }) => kind === 'picture')).toEqual([])
    expect(stack.hits()).toHaveLength(CHATS / 100)
  })
})

describe('1,000 unknown chats in view, at 10 answers a second', { timeout: 120_000 }, () => {
  let stack: BigPageStack
  let page: Page

  beforeAll(async () => {
    stack = await startBigPage({ chats: CHATS + 10, perSecond: 10 })
    page = await browser.newPage({ viewport: VIEWPORT })
    await page.goto(stack.origin)
  })

  afterAll(async () => {
    await page.close()
    await stack.close()
  })

  /** Whether it is done before every look-up that was held at its start is over. */
  async function isPrompt(send: () => Promise<unknown>): Promise<boolean> {
    await expect.poll(() => stack.lookUps().open.size, { timeout: 30_000 }).toBe(2)
    const { open } = stack.lookUps()
    await send()
    const after = stack.lookUps().open
    return [...open].some((number) => after.has(number))
  }

  test('the list never holds more than two look-ups, so that others find a free connection', async () => {
    const known = stack.chatIds.slice(CHATS)
    const urls = await stack.warm(known)
    await page.evaluate(
      (chatIds) => window.bigPage.show({ chatIds, layout: 'grid' }),
      stack.chatIds.slice(0, CHATS),
    )
    const loads = urls.flatMap((url) => [48, 96, 192, 384].map((size) => `${url}?size=${size}`))
    // Now and then a look-up ends just in between; one that had to wait would always come after that.
    const isOnceTrue = { timeout: 60_000, interval: 50 }
    await expect
      .poll(
        () => isPrompt(() => page.evaluate((url) => window.bigPage.loadPicture(url), loads.pop() ?? '')),
        isOnceTrue,
      )
      .toBe(true)
    for (const [index, who] of (['other', 'same'] as const).entries()) {
      const send = () =>
        page.evaluate(([id = '', client]) => window.bigPage.ask(id, client), [known[index], who] as const)
      await expect.poll(() => isPrompt(send), isOnceTrue).toBe(true)
    }
    // Two of the list, and one of the last step.
    expect(stack.lookUps().peak).toBeLessThanOrEqual(3)
  })
})

describe('the server HTML of 1,000 avatars with a picture each', () => {
  test('takes at most 700 bytes an avatar with both densities, and preloads nothing', async () => {
    const html = await bigPageHtml(CHATS)
    expect(html.match(/<img [^>]*srcSet="[^"]+ 1x, [^"]+ 2x"/g)).toHaveLength(CHATS)
    expect(Buffer.byteLength(html) / CHATS).toBeLessThanOrEqual(700)
    expect(html).not.toMatch(/preload/)
  })
})
