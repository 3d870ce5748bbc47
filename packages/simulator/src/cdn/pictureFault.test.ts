import { describe, expect, test } from 'vitest'
import { createBench, linkIn } from '../simulator.kit.js'
import { FAULTS, isFaultKind } from '../faults/kinds.js'
import type { FaultKind } from '../faults/kinds.js'

const STATUSES: Partial<Record<FaultKind, number>> = {
  picture_expired: 403,
  picture_not_found: 404,
  picture_gone: 410,
  picture_server_error: 503,
  picture_redirect: 302,
}
const OTHERS: readonly FaultKind[] = [
  'picture_hang',
  'picture_slow',
  'picture_slow_body',
  'picture_reset',
  'picture_cut',
  'picture_endless',
  'picture_huge',
  'picture_empty',
  'picture_html',
  'picture_svg',
  'picture_plain_type',
]

/** Asks for a picture while `kind` is in force. */
async function ask(kind: FaultKind, init?: RequestInit): Promise<Response> {
  const bench = createBench({ faults: [{ kind, delayMs: 20 }] })
  return bench.simulator.fetch(await linkIn(await bench.getAvatar(bench.found)), init)
}

test('every kind of picture fault is tested here', () => {
  const kinds = Object.keys(FAULTS).filter((kind) => isFaultKind(kind) && FAULTS[kind].on === 'picture')
  expect([...Object.keys(STATUSES), ...OTHERS].sort()).toEqual(kinds.sort())
})

test.each(Object.entries(STATUSES))('%s answers %i', async (kind, status) => {
  if (!isFaultKind(kind)) throw new Error(kind)
  expect((await ask(kind)).status).toBe(status)
})

test('picture_redirect points at a cloud metadata address', async () => {
  expect((await ask('picture_redirect')).headers.get('location')).toMatch(/^http:\/\/169\.254\.169\.254\//)
})

describe('bodies that are no use', () => {
  test.each([
    ['picture_empty', /^$/],
    ['picture_html', /^<!doctype html>/],
    ['picture_svg', /^<svg /],
  ] as const)('%s has the type of a JPEG', async (kind, body) => {
    const response = await ask(kind)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(await response.text()).toMatch(body)
  })

  test('picture_plain_type hides a good JPEG behind another type', async () => {
    const response = await ask('picture_plain_type')
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect([...new Uint8Array(await response.arrayBuffer()).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
  })

  test('picture_huge sends the 8 MB that it announces', async () => {
    const response = await ask('picture_huge')
    expect(response.headers.get('content-length')).toBe('8000000')
    expect((await response.arrayBuffer()).byteLength).toBe(8_000_000)
  })

  test('picture_endless goes on and on, and stops when the reader does', async () => {
    const response = await ask('picture_endless')
    expect(response.headers.has('content-length')).toBe(false)
    const reader = response.body?.getReader()
    let size = 0
    while (size < 3_000_000) size += (await reader?.read())?.value?.length ?? Number.NaN
    await reader?.cancel()
    expect(size).toBeGreaterThanOrEqual(3_000_000)
  })
})

describe('the connection', () => {
  test('picture_hang ends when the caller leaves', async () => {
    await expect(ask('picture_hang', { signal: AbortSignal.timeout(20) })).rejects.toThrow(/timeout/)
  })

  test('picture_slow and picture_slow_body bring the whole picture', async () => {
    for (const kind of ['picture_slow', 'picture_slow_body'] as const) {
      const response = await ask(kind)
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(20_000)
    }
  })

  test('picture_reset rejects, picture_cut breaks half-way', async () => {
    await expect(ask('picture_reset')).rejects.toThrow(TypeError)
    await expect((await ask('picture_cut')).arrayBuffer()).rejects.toThrow('terminated')
  })
})
