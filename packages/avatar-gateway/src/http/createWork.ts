import type { ServerResponse } from 'node:http'

/** The requests being answered. */
export interface Work {
  readonly size: number
  /** True once the program stops: new work is refused. */
  readonly isDraining: boolean
  add(response: ServerResponse): void
  /** From now on nothing new is taken, and answers under way end their connection. */
  drain(): void
  /** Resolves when nothing runs, or rejects with the signal's reason. */
  idle(options: { readonly signal: AbortSignal }): Promise<void>
}

export function createWork(): Work {
  const running = new Set<ServerResponse>()
  const waiting = new Set<() => void>()
  let isDraining = false

  const end = (response: ServerResponse): void => {
    running.delete(response)
    if (running.size === 0) for (const resolve of waiting) resolve()
  }

  return {
    get size() {
      return running.size
    },
    get isDraining() {
      return isDraining
    },
    add(response) {
      running.add(response)
      response.once('close', () => end(response))
    },
    drain() {
      isDraining = true
      for (const response of running) if (!response.headersSent) response.setHeader('connection', 'close')
    },
    idle({ signal }) {
      return new Promise((resolve, reject) => {
        if (running.size === 0) return resolve()
        const leave = (): void => {
          waiting.delete(done)
          signal.removeEventListener('abort', abort)
        }
        const done = (): void => {
          leave()
          resolve()
        }
        const abort = (): void => {
          leave()
          reject(signal.reason)
        }
        if (signal.aborted) return reject(signal.reason)
        waiting.add(done)
        signal.addEventListener('abort', abort)
      })
    },
  }
}
