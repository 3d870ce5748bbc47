/** Lets a bounded number in at a time, the others wait in order, and a bounded number of those. */
export interface Queue {
  /**
   * Resolves with the function to call on leaving; `undefined` when too many wait already. Rejects with the reason
   * of `signal` when that aborts before.
   */
  enter(signal: AbortSignal): Promise<() => void> | undefined
}

export function createQueue(concurrency: number, maxWaiting: number): Queue {
  const waiting = new Set<() => void>()
  let running = 0

  function leave(): void {
    running--
    const [next] = waiting
    if (next !== undefined) next()
  }

  /** Leaving twice must not let two in. */
  function admit(): () => void {
    running++
    let hasLeft = false
    return () => {
      if (hasLeft) return
      hasLeft = true
      leave()
    }
  }

  return {
    enter(signal) {
      if (signal.aborted) return Promise.reject(signal.reason)
      if (running < concurrency) return Promise.resolve(admit())
      if (waiting.size >= maxWaiting) return undefined
      return new Promise((resolve, reject) => {
        const onAbort = (): void => {
          waiting.delete(start)
          reject(signal.reason)
        }
        const start = (): void => {
          waiting.delete(start)
          signal.removeEventListener('abort', onAbort)
          resolve(admit())
        }
        waiting.add(start)
        signal.addEventListener('abort', onAbort, { once: true })
      })
    },
  }
}
