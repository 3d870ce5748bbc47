import { LRUCache } from 'lru-cache'
import { type AnswerStore, type CacheEntry, isFound } from './cacheEntry.js'

/** The memory that all instances share: as long as there is room each takes what it needs, then the largest gives way. */
export interface MemoryPool {
  /** A store of one instance. */
  open(): InstanceStore
  stats(): { readonly entries: number; readonly negatives: number }
}

export interface InstanceStore extends AnswerStore {
  stats(): { readonly entries: number; readonly negatives: number }
  /** Gives all its memory back. */
  close(): void
}

export interface MemoryPoolOptions {
  /** Answers with a picture, over all instances. */
  readonly maxEntries: number
  /** Everything else, over all instances: asking for random ids must not push real pictures out. */
  readonly maxNegatives: number
}

type Shelf = LRUCache<string, CacheEntry>

export function createMemoryPool({ maxEntries, maxNegatives }: MemoryPoolOptions): MemoryPool {
  const positives = createShelves(maxEntries)
  const negatives = createShelves(maxNegatives)
  return {
    open: () => openStore(positives, negatives),
    stats: () => ({ entries: positives.size(), negatives: negatives.size() }),
  }
}

interface Shelves {
  open(): Shelf
  close(shelf: Shelf): void
  put(shelf: Shelf, key: string, entry: CacheEntry): void
  size(): number
}

/**
 * Shelves with one bound over all. When it is reached the fullest shelf loses its least recently used entry: whoever
 * holds no more than an equal share never loses anything to the others.
 */
function createShelves(max: number): Shelves {
  const shelves = new Set<Shelf>()
  let total = 0

  return {
    open() {
      const shelf: Shelf = new LRUCache({
        // Not `max`, for which lru-cache sets the memory aside beforehand, here once per instance.
        maxSize: max,
        sizeCalculation: () => 1,
        noDisposeOnSet: true,
        dispose: () => {
          total -= 1
        },
      })
      shelves.add(shelf)
      return shelf
    },
    close(shelf) {
      shelf.clear()
      shelves.delete(shelf)
    },
    put(shelf, key, entry) {
      if (shelf.has(key)) {
        shelf.set(key, entry)
        return
      }
      if (total >= max) fullest(shelves, shelf).pop()
      total += 1
      shelf.set(key, entry)
    },
    size: () => total,
  }
}

/** With equals, the one that is about to grow. */
function fullest(shelves: ReadonlySet<Shelf>, growing: Shelf): Shelf {
  let found = growing
  for (const shelf of shelves) {
    if (shelf.size > found.size) found = shelf
  }
  return found
}

function openStore(positives: Shelves, negatives: Shelves): InstanceStore {
  const found = positives.open()
  const rest = negatives.open()
  return {
    get: (key) => found.get(key) ?? rest.get(key),
    set(key, entry) {
      if (isFound(entry)) {
        rest.delete(key)
        positives.put(found, key, entry)
      } else {
        found.delete(key)
        negatives.put(rest, key, entry)
      }
    },
    delete(key) {
      found.delete(key)
      rest.delete(key)
    },
    stats: () => ({ entries: found.size, negatives: rest.size }),
    close() {
      positives.close(found)
      negatives.close(rest)
    },
  }
}
