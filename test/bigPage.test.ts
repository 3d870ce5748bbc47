import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../scripts/findBrowser.js'
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
    stack = await startBigPage({ chats: CHATS, perSecond: 1000 })
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

describe('1,000 unknown chats in view, at 10 answers a second', { timeout: 60_000 }, () => {
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

  test('pictures and look-ups elsewhere in the page go past the ones that are held', async () => {
    const known = stack.chatIds.slice(CHATS)
    const urls = await stack.warm(known)
    await page.evaluate(
      (chatIds) => window.bigPage.show({ chatIds, layout: 'grid' }),
      stack.chatIds.slice(0, CHATS),
    )
    await expect.poll(() => stack.held().now).toBe(2)
    stack.forget()
    await page.evaluate(
      ({ known, urls }) =>
        Promise.all([
          ...known.slice(0, 2).map((chatId) => window.bigPage.ask(chatId, 'other')),
          ...urls.map((url) => window.bigPage.loadPicture(`${url}?size=48`)),
        ]),
      { known, urls },
    )
    const pictures = stack.hits().filter(({ kind }) => kind === 'picture')
    expect(pictures.length).toBeGreaterThanOrEqual(urls.length)
    // Had one waited for a free connection, the look-ups that held it would have been over.
    for (const { heldBefore } of stack.hits()) expect(heldBefore).toBeGreaterThan(0)
  })

  test('the list never has more than two look-ups open', () => {
    // Two of the list, and the two that the test above added.
    expect(stack.held().peak).toBeLessThanOrEqual(4)
  })
})
