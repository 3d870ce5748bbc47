import type { AvatarTransport } from '../protocol/answers.js'
import type { Avatar } from '../protocol/Avatar.js'
import type { AvatarErrorCode } from '../protocol/errorCodes.js'
import { isAvatarError } from '../protocol/isAvatarError.js'
import type { GetAvatarOptions } from './AvatarClient.js'
import { LINGER_MS, WINDOW_MS } from './limits.js'

/** Most ids in one flight, and most flights at one time. */
export type BatchLimits = readonly [maxIds: number, maxFlights: number]

/** What became of a look-up. */
export type Outcome = Exclude<Result, { status: 'pending' }>

type Result =
  | Avatar
  | { status: 'error'; code: AvatarErrorCode; retryAfterMs?: number | undefined }
  | { status: 'pending'; retryAfterMs: number }

/** One chat that somebody waits for: queued, then on its way, and after a `pending` queued again. */
interface Entry {
  key: string
  id: string
  refresh: boolean
  waiters: Set<(outcome: Outcome) => void>
  /** While it is not queued: what to do when the last waiter has left. */
  onLeft?: (() => void) | undefined
}

/**
 * Gathers the look-ups of one moment into flights and shares them between callers; the newest go first. A flight fails after
 * `timeoutMs` without an answer; one that has all its answers may end by itself, so that its connection can be used again. A caller that leaves and comes back in the same task costs no second flight.
 */
export function createBatcher(
  transport: AvatarTransport,
  timeoutMs: number,
  [maxIds, maxFlights]: BatchLimits,
): (id: string, options?: GetAvatarOptions) => Promise<Outcome> {
  /** The newest last. A refresh has a key of its own: it shares nothing with plain look-ups. */
  const entries = new Map<string, Entry>()
  let flights = 0
  let gathering: ReturnType<typeof setTimeout> | undefined

  const gather = (): void => {
    gathering ??= setTimeout(fill, WINDOW_MS)
  }

  const fill = (): void => {
    gathering = undefined
    const queue = [...entries.values()].filter((entry) => !entry.onLeft)
    for (; flights < maxFlights && queue.length; flights++) void send(queue.splice(-maxIds))
  }

  const land = (entry: Entry, answer: Result): void => {
    if (answer.status === 'pending') {
      const again = setTimeout(() => {
        entry.onLeft = undefined
        gather()
      }, answer.retryAfterMs)
      entry.onLeft = () => {
        clearTimeout(again)
        entries.delete(entry.key)
      }
      if (!entry.waiters.size) entry.onLeft()
    } else {
      entry.onLeft = () => {}
      entries.delete(entry.key)
      for (const waiter of entry.waiters) waiter(answer)
    }
  }

  const send = async (flight: readonly Entry[]): Promise<void> => {
    const controller = new AbortController()
    const { signal } = controller
    let silence: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const end = (code: AvatarErrorCode = 'network', retryAfterMs?: number): void => {
      if (isOver) return
      isOver = true
      // Not after a clean end: a browser may still be closing its books, and would note the request as cancelled.
      if (code !== 'missing_result') controller.abort()
      clearTimeout(silence)
      flights--
      for (const entry of open()) land(entry, { status: 'error', code, retryAfterMs })
      fill()
    }
    const open = (): Entry[] => flight.filter((entry) => entry.onLeft === endIfLeft)
    const listen = (): void => {
      clearTimeout(silence)
      silence = setTimeout(end, open().length ? timeoutMs : LINGER_MS, 'timeout')
    }
    // Also marks the entries of this flight that have no answer yet.
    const endIfLeft = (): void => {
      if (open().length && !open().some((entry) => entry.waiters.size)) end()
    }
    for (const entry of flight) entry.onLeft = endIfLeft
    listen()
    try {
      const refresh = flight.flatMap((entry) => (entry.refresh ? entry.id : []))
      for await (const { chatId, ...answer } of transport(
        flight.map((entry) => entry.id),
        { signal, refresh },
      )) {
        for (const entry of open()) {
          if (entry.id === chatId) {
            land(entry, answer)
            listen()
          }
        }
        endIfLeft()
        if (isOver) return
      }
      end('missing_result')
    } catch (error) {
      if (isAvatarError(error)) end(error.code, error.retryAfterMs)
      else end()
    }
  }

  return (id, { signal, refresh = false } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) throw signal.reason
      const key = id + refresh
      const entry: Entry = entries.get(key) ?? { key, id, refresh, waiters: new Set() }
      entries.set(key, entry)
      gather()
      const leave = (): void => {
        entry.waiters.delete(waiter)
        reject(signal?.reason)
        // A caller who comes back at once finds the look-up still there.
        queueMicrotask(() => {
          if (entry.waiters.size) return
          if (entry.onLeft) entry.onLeft()
          else entries.delete(key)
        })
      }
      const waiter = (outcome: Outcome): void => {
        signal?.removeEventListener('abort', leave)
        resolve(outcome)
      }
      entry.waiters.add(waiter)
      signal?.addEventListener('abort', leave)
    })
}
