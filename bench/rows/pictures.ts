import { chromium } from 'playwright'
import type { Browser } from 'playwright'
import { BROWSER_ARGS, findBrowser } from '../../scripts/findBrowser.js'
import { startBigPage } from '../../test/kit/bigPageStack.js'
import type { BigPageStack } from '../../test/kit/bigPageStack.js'
import type { Bench, Row } from '../row.js'
import { median } from '../row.js'

const IN_VIEW = 1000
const FLOWN_PAST = 10_000
const VIEWPORT = { width: 1280, height: 1600 }

/** Big pages over the real handler, in Chromium over HTTP/1.1. */
const pictures: Bench = {
  name: 'pictures',
  async run({ rounds }) {
    const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] })
    try {
      return [await bytes(browser), ...(await waits(browser, rounds)), await fling(browser)]
    } finally {
      await browser.close()
    }
  },
}

async function bytes(browser: Browser): Promise<Row> {
  const stack = await startBigPage({ chats: IN_VIEW, perSecond: 2 * IN_VIEW })
  const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: 2 })
  try {
    await stack.warm(stack.chatIds)
    await page.goto(stack.origin)
    await page.evaluate((chatIds) => {
      performance.setResourceTimingBufferSize(5000)
      window.bigPage.show({ chatIds, layout: 'grid' })
    }, stack.chatIds)
    await page.waitForFunction(
      (count) => document.querySelectorAll('.wa-avatar[data-image="loaded"]').length === count,
      IN_VIEW,
      { timeout: 300_000, polling: 250 },
    )
    const downloaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').reduce((sum, entry) => {
        const isPicture = entry instanceof PerformanceResourceTiming && entry.name.includes('/picture/')
        return isPicture ? sum + entry.encodedBodySize : sum
      }, 0),
    )
    return {
      name: `${IN_VIEW} pictures at 40 px and DPR 2`,
      unit: 'B',
      ours: downloaded,
      against: 'the originals',
      theirs: await stack.originalBytes(stack.chatIds),
      limit: 0.05,
    }
  } finally {
    await page.close()
    await stack.close()
  }
}

/** How long others in the page wait while the list's look-ups are held. */
async function waits(browser: Browser, rounds: number): Promise<Row[]> {
  const stack = await startBigPage({ chats: IN_VIEW + rounds, perSecond: 10 })
  try {
    const known = stack.chatIds.slice(IN_VIEW)
    const urls = (await stack.warm(known)).map((url) => `${url}?size=48`)
    // Made small before: what is measured is the way, not the server's work.
    for (const url of urls) await fetch(`${stack.origin}/api/avatars/${url}`)
    const taken: Wait[] = []
    for (const [index, chatId] of known.entries()) {
      taken.push(await waitOnce(browser, stack, { chatId, url: urls[index] ?? '' }))
    }
    const row = (name: string, who: keyof Wait): Row => ({
      name: `${name} beside ${IN_VIEW} held ids`,
      unit: 'ms',
      ours: median(taken.map((wait) => wait[who])),
      against: 'the limit',
      theirs: 300,
      limit: 1,
    })
    return [
      row('a picture', 'picture'),
      row('a look-up of another client', 'other'),
      row('a new look-up of the same client', 'same'),
    ]
  } finally {
    await stack.close()
  }
}

/** Milliseconds of one round. */
interface Wait {
  picture: number
  other: number
  same: number
}

async function waitOnce(
  browser: Browser,
  stack: BigPageStack,
  known: { chatId: string; url: string },
): Promise<Wait> {
  const page = await browser.newPage({ viewport: VIEWPORT })
  try {
    await page.goto(stack.origin)
    await page.evaluate(
      (chatIds) => window.bigPage.show({ chatIds, layout: 'grid' }),
      stack.chatIds.slice(0, IN_VIEW),
    )
    // What is measured is the wait for others, not the page's own work at the start.
    do await page.evaluate(() => window.bigPage.rest())
    while (stack.lookUps().open.size < 2)
    return await page.evaluate(
      async ({ chatId, url }) => ({
        picture: await window.bigPage.loadPicture(url),
        other: await window.bigPage.ask(chatId, 'other'),
        same: await window.bigPage.ask(chatId, 'same'),
      }),
      known,
    )
  } finally {
    await page.close()
  }
}

async function fling(browser: Browser): Promise<Row> {
  const stack = await startBigPage({ chats: FLOWN_PAST, perSecond: 1000 })
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const asked = new Set<string>()
  page.on('request', (request) => {
    if (request.method() !== 'POST') return
    const { chatIds }: { chatIds: string[] } = JSON.parse(request.postData() ?? '{}')
    for (const chatId of chatIds) asked.add(chatId)
  })
  try {
    await page.goto(stack.origin)
    await page.evaluate((chatIds) => window.bigPage.show({ chatIds, layout: 'rows' }), stack.chatIds)
    await page.waitForSelector('[data-status="found"]')
    await page.evaluate(() => window.bigPage.fling())
    await page.waitForFunction(() => document.querySelector('[data-status="pending"]') === null)
    return {
      name: `ids asked in a fling of 2 s past ${FLOWN_PAST} rows`,
      unit: 'ids',
      ours: asked.size,
      against: 'the limit',
      theirs: 150,
      limit: 1,
    }
  } finally {
    await page.close()
    await stack.close()
  }
}

export default pictures
