/** An iterator whose `return` can be relied on. Unlike a generator's it cleans up before the first `next`, too. */
export interface Groups<Item> extends AsyncIterableIterator<Item, undefined> {
  next(): Promise<IteratorResult<Item, undefined>>
  return(): Promise<IteratorResult<Item, undefined>>
}

export interface GroupsSource<Item> {
  /** One reader; each `next` gives all that has come since the last. */
  readonly groups: Groups<readonly Item[]>
  push(item: Item): void
  /** No more will come; what is there is still given. */
  end(): void
}

const DONE = { done: true, value: undefined } as const

/** Collects items until they are read. `onClose` runs once, when the reader has all or wants no more. */
export function createGroups<Item>(onClose: () => void): GroupsSource<Item> {
  let items: Item[] = []
  let wake: (() => void) | undefined
  let hasEnded = false
  let isClosed = false

  const isReady = (): boolean => items.length > 0 || hasEnded || isClosed

  const close = (): void => {
    if (isClosed) return
    isClosed = true
    onClose()
  }

  return {
    push(item) {
      items.push(item)
      wake?.()
    },
    end() {
      hasEnded = true
      wake?.()
    },
    groups: {
      async next() {
        while (!isReady()) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
        if (isClosed || items.length === 0) {
          close()
          return DONE
        }
        const value = items
        items = []
        return { done: false, value }
      },
      return() {
        close()
        wake?.()
        return Promise.resolve(DONE)
      },
      [Symbol.asyncIterator]() {
        return this
      },
    },
  }
}

/** The same groups in another form. */
export function mapGroups<From, To>(groups: Groups<From>, to: (item: From) => To): Groups<To> {
  return {
    async next() {
      const { done, value } = await groups.next()
      return done === true ? DONE : { done: false, value: to(value) }
    },
    async return() {
      await groups.return()
      return DONE
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

/** `first`, then the rest. */
export function startWith<Item>(first: Item, rest: Groups<Item>): Groups<Item> {
  let isFirst = true
  return {
    next() {
      if (!isFirst) return rest.next()
      isFirst = false
      return Promise.resolve({ done: false, value: first })
    },
    return: () => rest.return(),
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
