import { chromium } from 'playwright'
import { BROWSER_ARGS, findBrowser } from '../../scripts/findBrowser.js'
import { bigPageHtml } from '../../test/kit/bigPageHtml.js'
import type { ListKind } from '../page/lists.js'
import { measureMount, serveLists } from '../page/mount.js'
import type { MountCost } from '../page/mount.js'
import type { Bench, Row } from '../row.js'
import { median } from '../row.js'

const AVATARS = 2000
const SERVER_AVATARS = 1000
const KINDS: readonly ListKind[] = ['plain', 'cold', 'cached', 'markup', 'radix']

/** A list mounted in Chromium, next to plain pictures and to Radix; and the HTML of a server render. */
const react: Bench = {
  name: 'react',
  async run({ rounds }) {
    const server = await serveLists(AVATARS)
    const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] })
    const taken: Record<ListKind, MountCost[]> = { plain: [], cold: [], cached: [], markup: [], radix: [] }
    try {
      for (let round = 0; round < rounds; round += 1) {
        // Not always in one order: what came before may still keep the machine busy.
        const turn = round % KINDS.length
        for (const kind of [...KINDS.slice(turn), ...KINDS.slice(0, turn)])
          taken[kind].push(await measureMount(browser, server.origin, kind))
      }
    } finally {
      await browser.close()
      await server.close()
    }
    const cost = (kind: ListKind, part: keyof MountCost): number =>
      median(taken[kind].map((one) => one[part]))
    const row = (ours: ListKind, part: keyof MountCost, than: Than): Row => ({
      name: `mount ${AVATARS} ${NAMES[ours]}, ${part === 'task' ? 'and 700 ms more' : 'render alone'}`,
      unit: 'ms CPU',
      ours: cost(ours, part),
      against: NAMES[than.kind],
      theirs: cost(than.kind, part),
      limit: than.limit,
    })
    return [
      row('cold', 'task', { kind: 'plain', limit: 1.2 }),
      row('cold', 'task', { kind: 'radix', limit: 1 / 3 }),
      row('cached', 'task', { kind: 'plain', limit: 2 }),
      row('cold', 'sync', { kind: 'plain', limit: 1.6 }),
      row('cached', 'sync', { kind: 'plain', limit: 2.5 }),
      row('cold', 'sync', { kind: 'radix', limit: 0.8 }),
      row('cached', 'sync', { kind: 'markup', limit: 2 }),
      row('markup', 'sync', { kind: 'plain', limit: 2.5 }),
      await htmlRow(),
    ]
  },
}

const NAMES: Record<ListKind, string> = {
  cold: 'cold',
  cached: 'cached',
  markup: 'its markup alone',
  plain: 'plain <img loading=lazy>',
  radix: 'Radix Root+Image+Fallback',
}

interface Than {
  kind: 'plain' | 'markup' | 'radix'
  limit: number
}

async function htmlRow(): Promise<Row> {
  const html = await bigPageHtml(SERVER_AVATARS)
  return {
    name: 'server HTML of an avatar with its picture',
    unit: 'B',
    ours: Buffer.byteLength(html) / SERVER_AVATARS,
    against: 'the limit',
    theirs: 700,
    limit: 1,
  }
}

export default react
