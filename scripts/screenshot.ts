import { mkdir, writeFile } from 'node:fs/promises'
import { chromium, type Browser, type Page } from 'playwright'
import { startProgram } from '../test/kit/startProgram.js'
import { BROWSER_ARGS, findBrowser } from './findBrowser.js'

/*
 * Makes the README's pictures of the demo: docs/inbox-light.png and docs/inbox-dark.png. Names are in many scripts, so
 * the machine needs fonts for them (Debian: fonts-inter fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji).
 */

const MAX_BYTES = 400_000
/** The sharpest that fits wins. */
const SCALES = [2, 1.75, 1.5, 1.25, 1]
const VIEWPORT = { width: 1280, height: 800 }
/** A fixed day, so that pictures differ only when the page does. */
const NOW = new Date('2026-03-10T14:32:00Z')

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-status]')].every((avatar) => {
      const { top, bottom } = avatar.getBoundingClientRect()
      const isInView = bottom > 0 && top < innerHeight
      const { status, image } = avatar instanceof HTMLElement ? avatar.dataset : {}
      return (
        !isInView || (status !== 'idle' && status !== 'pending' && (status !== 'found' || image === 'loaded'))
      )
    }),
  )
  await page.waitForFunction(() => document.getAnimations().length === 0)
}

async function picture(
  browser: Browser,
  url: string,
  colorScheme: 'light' | 'dark',
  scale: number,
): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    deviceScaleFactor: scale,
    colorScheme,
    timezoneId: 'UTC',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(NOW)
  await page.goto(url)
  await page.getByRole('listitem').getByRole('button', { name: 'Group.' }).first().click()
  await page.getByRole('button', { name: 'Details', exact: true }).click()
  await page.mouse.move(VIEWPORT.width / 2, VIEWPORT.height / 2)
  await settled(page)
  const image = await page.screenshot()
  await context.close()
  return image
}

async function smallEnough(browser: Browser, url: string, colorScheme: 'light' | 'dark'): Promise<Buffer> {
  for (const scale of SCALES) {
    const image = await picture(browser, url, colorScheme, scale)
    if (image.length <= MAX_BYTES) return image
  }
  throw new Error(`the ${colorScheme} picture is larger than ${MAX_BYTES} bytes at every scale`)
}

const { GREEN_API_ID_INSTANCE: _id, GREEN_API_TOKEN: _token, DEMO_CHATS: _chats, ...env } = process.env
const demo = await startProgram({
  command: process.execPath,
  args: ['--conditions=@greenapi/source', '--import', 'tsx', 'examples/inbox/server/main.ts'],
  env: { ...env, PORT: '0' },
  ready: /Open (http:\S+)/,
})
try {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] })
  await mkdir('docs', { recursive: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    const path = `docs/inbox-${colorScheme}.png`
    const image = await smallEnough(browser, demo.ready[1] ?? '', colorScheme)
    await writeFile(path, image)
    console.log(`${path}: ${Math.round(image.length / 1024)} KB`)
  }
  await browser.close()
} finally {
  await demo.stop()
}
