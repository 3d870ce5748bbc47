import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { DEFAULTS } from './defaults.js'
import type { AvatarServerEvent } from './index.js'
import { PICTURE_SIZES } from './pictures/createPictures.js'
import { DEFAULT_PICTURE_HOSTS } from './pictures/pictureHosts.js'
import { resolvePicturesOptions } from './pictures/resolvePicturesOptions.js'
import { resolveOptions } from './resolveOptions.js'

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
    const { pictureCacheBytes, maxPictureBytes, pictureTimeoutMs } = resolvePicturesOptions({})
    const pictures = { pictureCacheBytes, maxPictureBytes, pictureTimeoutMs }
    expect(told).toEqual(Object.fromEntries(flatten({ ...DEFAULTS, ...pictures })))
  })

  it('shows the defaults that are no numbers as the code has them', () => {
    const resolved = resolveOptions({ authorize: 'public' })
    expect(resolved.pictures).toMatchObject({ pictureAccess: 'url', resizer: undefined })
    expect(resolved.pictures?.policy.hosts).toEqual(DEFAULT_PICTURE_HOSTS)
    const { messenger, checkAccount, concealAccounts, trustProxy, allowPrivateAddresses, cors } = resolved
    const told = { messenger, checkAccount, concealAccounts, trustProxy, allowPrivateAddresses }
    expect(cors).toBeUndefined()
    for (const [name, value] of Object.entries(told)) {
      const text = typeof value === 'string' ? `'${value}'` : String(value)
      expect(section('Defaults')).toContain(`\`${name}: ${text}\``)
    }
    for (const text of ["`pictures: 'proxy'`", "`pictureAccess: 'url'`", '`bodyTimeoutMs`']) {
      expect(section('Defaults')).toContain(text)
    }
  })

  it('names the sizes of pictures, and how long their urls live', () => {
    const [last, ...others] = PICTURE_SIZES.toReversed()
    expect(section('Pictures')).toContain(`\`?size=\` ${others.toReversed().join(', ')} or ${last}`)
    expect(section('Access')).toContain('after 24 to 48 hours')
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
