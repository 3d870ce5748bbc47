import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright'
import { bundlePage, servePage } from '../../test/kit/bigPageServer.js'
import type { PageServer } from '../../test/kit/bigPageServer.js'
import { createBackend } from './backend.js'
import type { ListKind } from './lists.js'

/** What one mount cost: CPU milliseconds of the page's main thread, which other programs do not disturb. */
export interface MountCost {
  /** From the render until {@link SETTLE_MS} after it. */
  task: number
  /** The synchronous render alone. */
  sync: number
}

const SETTLE_MS = 700
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Builds the lists with one React for all of them, and serves them. */
export async function serveLists(count: number): Promise<PageServer> {
  const packages = ['react', 'react-dom', '@tanstack/react-query', '@radix-ui/react-avatar']
  const alias = Object.fromEntries(packages.map((name) => [name, at(`../peers/node_modules/${name}`)]))
  const { listener } = await createBackend(count)
  return servePage(await bundlePage(at('lists.tsx'), { alias }), listener)
}

/** Mounts a list in a page of its own, with empty caches. */
export async function measureMount(browser: Browser, origin: string, kind: ListKind): Promise<MountCost> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const read = async (name: 'TaskDuration' | 'ScriptDuration'): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics')
      const metric = metrics.find((one) => one.name === name)
      if (metric === undefined) throw new Error(`bench: the browser says nothing about ${name}`)
      return metric.value * 1000
    }
    await page.goto(origin)
    await page.evaluate((name) => window.benchPage.prepare(name), kind)
    // What getting ready left behind is not the mount's to clean up.
    await page.requestGC()
    const [task, script] = [await read('TaskDuration'), await read('ScriptDuration')]
    // In a task of its own: what the debugger evaluates is not counted as script.
    await page.evaluate(
      () => new Promise<void>((resolve) => setTimeout(() => resolve(window.benchPage.mount()))),
    )
    const sync = (await read('ScriptDuration')) - script
    await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), SETTLE_MS)
    return { task: (await read('TaskDuration')) - task, sync }
  } finally {
    await context.close()
  }
}
