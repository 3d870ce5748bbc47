import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { DEFAULTS } from './defaults.js'
import type { AvatarServerEvent } from './index.js'

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
const section = (title: string): string => readme.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''

/** `{ a: { b: 1 } }` as `['a.b', 1]`. */
function flatten(value: object, prefix = ''): [name: string, value: unknown][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? flatten(inner, `${prefix}${key}.`)
      : [[prefix + key, inner]],
  )
}

describe('README', () => {
  it('shows every default as the code has it', () => {
    const rows = [...section('Defaults').matchAll(/^\| `([\w.]+)`[^|]*\| ([\d,]+)/gm)]
    const told = Object.fromEntries(rows.map(([, name, value]) => [name, Number(value?.replaceAll(',', ''))]))
    expect(told).toEqual(Object.fromEntries(flatten(DEFAULTS)))
  })

  it('names every event', () => {
    const types: Record<AvatarServerEvent['type'], true> = {
      upstream: true,
      cache: true,
      breaker: true,
      slowed_down: true,
      refused: true,
      problem: true,
      picture_cache: true,
      picture_fetch: true,
      picture_resize: true,
      picture_look_up_again: true,
    }
    for (const type of Object.keys(types)) expect(section('Events')).toContain(`\`${type}\``)
  })

  it('tells budgets by their defaults', () => {
    const { chatIds, requests } = DEFAULTS.budgets
    expect(section('Access')).toContain(`${chatIds.points.toLocaleString('en')} different chats an hour`)
    expect(section('Access')).toContain(`${requests.points.toLocaleString('en')} requests a minute`)
    expect([chatIds.perSeconds, requests.perSeconds]).toEqual([3_600, 60])
  })
})
