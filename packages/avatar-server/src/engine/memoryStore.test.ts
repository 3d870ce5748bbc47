import { describe, expect, it } from 'vitest'
import type { CacheEntry } from './cacheEntry.js'
import { type InstanceStore, createMemoryPool } from './memoryStore.js'

const times = { askedAtMs: 0, freshUntilMs: 1, staleUntilMs: 2 }
const found: CacheEntry = { known: { ...times, answer: { status: 'found', pictureId: 'a' } } }
const none: CacheEntry = { known: { ...times, answer: { status: 'none' } } }
const failed: CacheEntry = { failure: { code: 'upstream_failed', count: 1, retryAtMs: 1 } }

const fill = (store: InstanceStore, count: number, prefix = 'id', entry = found): void => {
  for (let n = 0; n < count; n += 1) store.set(`${prefix}${n}`, entry)
}

describe('createMemoryPool', () => {
  it('keeps what was set, under its own key', () => {
    const store = createMemoryPool({ maxEntries: 10, maxNegatives: 10 }).open()
    store.set('a', found)
    store.set('b', none)
    expect(store.get('a')).toBe(found)
    expect(store.get('b')).toBe(none)
    store.delete('a')
    expect(store.get('a')).toBeUndefined()
  })

  it('stays within its bounds when a million different ids are asked', () => {
    const pool = createMemoryPool({ maxEntries: 10_000, maxNegatives: 2_000 })
    const store = pool.open()
    for (let n = 0; n < 1_000_000; n += 1) store.set(`id${n}`, n % 3 === 0 ? found : none)
    expect(pool.stats()).toEqual({ entries: 10_000, negatives: 2_000 })
    expect(store.stats()).toEqual({ entries: 10_000, negatives: 2_000 })
  })

  it('lets no negative answer and no failure push a picture out', () => {
    const store = createMemoryPool({ maxEntries: 10, maxNegatives: 5 }).open()
    fill(store, 10)
    fill(store, 1_000, 'random', none)
    fill(store, 1_000, 'failing', failed)
    expect(store.stats()).toEqual({ entries: 10, negatives: 5 })
    expect(store.get('id0')).toBe(found)
  })

  it('counts an answer that changes its kind once', () => {
    const pool = createMemoryPool({ maxEntries: 10, maxNegatives: 10 })
    const store = pool.open()
    for (const entry of [found, none, found, failed, none, found, found]) store.set('a', entry)
    expect(pool.stats()).toEqual({ entries: 1, negatives: 0 })
    expect(store.get('a')).toBe(found)
  })

  it('drops what was used least recently', () => {
    const store = createMemoryPool({ maxEntries: 3, maxNegatives: 1 }).open()
    fill(store, 3)
    store.get('id0')
    store.set('new', found)
    expect(store.get('id0')).toBe(found)
    expect(store.get('id1')).toBeUndefined()
  })

  it('lets no instance evict more of another than what that has beyond an equal share', () => {
    const pool = createMemoryPool({ maxEntries: 100, maxNegatives: 10 })
    const modest = pool.open()
    const greedy = pool.open()
    fill(modest, 50)
    fill(greedy, 10_000)
    expect(modest.stats().entries).toBe(50)
    expect(greedy.stats().entries).toBe(50)
    const third = pool.open()
    fill(third, 30)
    expect([modest, greedy, third].map((store) => store.stats().entries)).toEqual([35, 35, 30])
  })

  it('gives the memory of a closed instance to the others', () => {
    const pool = createMemoryPool({ maxEntries: 10, maxNegatives: 10 })
    const first = pool.open()
    const second = pool.open()
    fill(first, 10)
    first.close()
    fill(second, 10)
    expect(pool.stats().entries).toBe(10)
    expect(second.stats().entries).toBe(10)
  })
})
