import type { AvatarTransport, WireAnswer } from '../protocol/answers.js'
import type { Avatar } from '../protocol/Avatar.js'
import { AvatarError } from '../protocol/AvatarError.js'
import { isAvatarError } from '../protocol/isAvatarError.js'
import type { GetAvatarOptions } from './AvatarClient.js'

/** For how many milliseconds calls are gathered, beyond the current task. */
const WINDOW_MS = 5
const MAX_PENDING_MS = 60_000

/** How calls travel. */
export interface BatcherOptions {
  transport: AvatarTransport
  /** Most ids in one flight. */
  maxIds: number
  /** Most flights at one time. */
  maxFlights: number
  /** For how many milliseconds a flight may stay silent. */
  timeoutMs: number
}

/** One chat that somebody waits for. */
interface Entry {
  id: string
  refresh: boolean
  waiters: Set<(avatar?: Avatar, error?: unknown) => void>
  /** While it is on its way, when a refresh must not join it: what to do when the last waiter has left. */
  onLeft?: (() => void) | undefined
  /** Until it is queued again. */
  timer?: ReturnType<typeof setTimeout>
}

type Line = IteratorResult<WireAnswer, unknown>

/**
 * Gathers the look-ups of one moment into flights and shares them between callers. Newer windows go first; within a window ids
 * go in the order they were asked for. A caller that leaves and comes back in the same task costs no second flight.
 */
export function createBatcher({
  transport,
  maxIds,
  maxFlights,
  timeoutMs,
}: BatcherOptions): (id: string, options?: GetAvatarOptions) => Promise<Avatar> {
  /** What a new call for an id joins. */
  const entries = new Map<string, Entry>()
  let incoming: Entry[] = []
  let queue: Entry[] = []
  let flights = 0

  const enqueue = (entry: Entry): void => {
    if (incoming.push(entry) > 1) return
    setTimeout(() => {
      queue = [...incoming, ...queue]
      incoming = []
      fill()
    }, WINDOW_MS)
  }

  const settle = (entry: Entry, avatar?: Avatar, error?: unknown): void => {
    clearTimeout(entry.timer)
    if (entries.get(entry.id) === entry) entries.delete(entry.id)
    for (const waiter of entry.waiters) waiter(avatar, error)
  }

  const fill = (): void => {
    while (flights < maxFlights) {
      const flight = new Map<string, Entry>()
      queue = queue.filter((entry) => {
        if (flight.size === maxIds || flight.has(entry.id)) return true
        if (entry.waiters.size) flight.set(entry.id, entry)
        return false
      })
      if (!flight.size) return
      void send(flight)
    }
  }

  const send = async (flight: Map<string, Entry>): Promise<void> => {
    const controller = new AbortController()
    let stop: (line: Line) => void = () => {}
    const stopped = new Promise<Line>((resolve) => (stop = resolve))
    const isWanted = (): boolean => [...flight.values()].some(({ waiters }) => waiters.size)
    const refresh: string[] = []
    for (const [id, entry] of flight) {
      // In a microtask, so that a caller who comes back at once finds the flight still there.
      entry.onLeft = () => queueMicrotask(() => isWanted() || stop({ done: true, value: undefined }))
      if (entry.refresh) refresh.push(id)
    }
    flights++
    let failure: unknown
    let silence: ReturnType<typeof setTimeout> | undefined
    try {
      const lines = transport([...flight.keys()], { signal: controller.signal, refresh })[Symbol.asyncIterator]()
      while (isWanted()) {
        silence = setTimeout(() => stop({ done: true, value: new AvatarError('timeout') }), timeoutMs)
        const { done, value } = await Promise.race<Line>([lines.next(), stopped])
        clearTimeout(silence)
        if (done) throw value ?? new AvatarError('missing_result')
        const entry = flight.get(value.chatId)
        flight.delete(value.chatId)
        if (entry) land(entry, value)
      }
    } catch (error) {
      failure = isAvatarError(error) ? error : new AvatarError('network')
    }
    clearTimeout(silence)
    controller.abort()
    for (const entry of flight.values()) settle(entry, undefined, failure)
    flights--
    fill()
  }

  const land = (entry: Entry, { chatId: _, ...answer }: WireAnswer): void => {
    entry.onLeft = undefined
    if (answer.status === 'error') settle(entry, undefined, new AvatarError(answer.code, answer))
    else if (answer.status !== 'pending') settle(entry, answer)
    else entry.timer = setTimeout(enqueue, Math.min(answer.retryAfterMs, MAX_PENDING_MS), entry)
  }

  return (id, { signal, refresh = false } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) throw signal.reason
      let entry = entries.get(id)
      if (!entry || (refresh && entry.onLeft && !entry.refresh)) {
        entry = { id, refresh, waiters: new Set() }
        entries.set(id, entry)
        enqueue(entry)
      }
      const joined = entry
      joined.refresh ||= refresh
      const leave = (): void => {
        joined.waiters.delete(waiter)
        reject(signal?.reason)
        if (!joined.waiters.size) (joined.onLeft ?? settle)(joined)
      }
      const waiter = (avatar?: Avatar, error?: unknown): void => {
        signal?.removeEventListener('abort', leave)
        if (avatar) resolve(avatar)
        else reject(error)
      }
      joined.waiters.add(waiter)
      signal?.addEventListener('abort', leave)
    })
}
