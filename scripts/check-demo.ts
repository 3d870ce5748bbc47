import { chromium } from 'playwright'
import { startProgram } from '../test/kit/startProgram.js'
import { countAvatars, watchPage } from '../test/kit/watchPage.js'
import { BROWSER_ARGS, findBrowser } from './findBrowser.js'

/*
 * Starts the demo by the README's own command, looks at it in a real browser, stops it as Ctrl-C does, and makes
 * sure that nothing of it is left running.
 */

const ENOUGH_PICTURES = 8

async function look(address: string): Promise<string> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] })
  try {
    const page = await browser.newPage()
    const watch = watchPage(page)
    await page.goto(address)
    await page.waitForFunction(
      (enough) =>
        [...document.images].filter((image) => image.complete && image.naturalWidth > 0).length >= enough,
      ENOUGH_PICTURES,
      { timeout: 60_000 },
    )
    const problems = [...watch.outside, ...watch.failed, ...watch.console]
    if (problems.length > 0) throw new Error(`the page is not clean:\n${problems.join('\n')}`)
    const { decoded, fallbacks } = await countAvatars(page)
    return `${decoded} pictures decoded, ${fallbacks} fallbacks`
  } finally {
    await browser.close()
  }
}

function isGroupAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0)
    return true
  } catch {
    return false
  }
}

const demo = await startProgram({
  command: 'npx',
  args: ['-y', 'pnpm@12', 'demo'],
  ready: /(http:\/\/127\.0\.0\.1:\d+\S*)/,
  group: true,
})
try {
  const address = demo.ready[1] ?? ''
  console.log(`demo: ${address}: ${await look(address)}`)
} finally {
  await demo.stop()
}
const deadline = Date.now() + 10_000
while (isGroupAlive(demo.pid) && Date.now() < deadline) await new Promise((done) => setTimeout(done, 100))
if (isGroupAlive(demo.pid)) {
  process.kill(-demo.pid, 'SIGKILL')
  throw new Error('demo: processes were left running after Ctrl-C')
}
console.log('demo: stopped, nothing left running')
