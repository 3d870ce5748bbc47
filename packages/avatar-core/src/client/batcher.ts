import { MAX_BATCH_IDS } from '../protocol/limits.js'
import { LINGER_MS, SHORT_WAIT_MS, WAIT_MS, WINDOW_MS } from './limits.js'
import type { Failure, Outcome } from '../protocol/decodeOutcome.js'
import type { AvatarClientOptions } from './AvatarClientOptions.js'
import type { AvatarClient } from './AvatarClient.js'
import { AvatarError } from '../protocol/AvatarError.js'
import { parseChatId } from '../protocol/chatId.js'

/** An `AvatarTransport` that may also answer about all at once: without a chat id. */
export type Transport = (
  chatIds: readonly string[],
  options: { signal: AbortSignal; refresh: readonly string[]; waitMs: number | undefined },
) => AsyncIterable<Outcome & { chatId?: unknown }>

type Settled = Exclude<Outcome, { status: 'pending' }>

/**
 * One look-up, as the set of those who wait for it: queued, then on its way, and after a `pending` queued again. A queued one
 * that nobody waits for is forgotten.
 */
interface Entry extends Set<(outcome: Settled) => void> {
  readonly id: string
  /** The id, if it must not come from a cache. */
  readonly refresh: readonly string[]
  /** While it is not queued: what to do when nobody waits any more. */
  abort?: (() => void) | undefined
}

/**
 * Gathers the look-ups of one moment into flights and shares them between callers; the newest go first. A flight fails after
 * `timeoutMs` without an answer; one that has all its answers may end by itself, so that its connection can be used again. A
 * caller that leaves and comes back in the same task costs no second flight.
 */
export function createBatcher(options: AvatarClientOptions, transport: Transport): AvatarClient['getAvatar'] {
  const { batch = true, timeoutMs = 30_000 } = options
  // The flights that may leave now, each as the time for which the backend may hold it; the last is taken first. A page on
  // HTTP/1.1 has six connections to a host, and the pictures need some of them. While one flight is held for long the other
  // comes back soon, for look-ups that are new.
  const maxIds = batch ? MAX_BATCH_IDS : 1
  const slots: (number | undefined)[] = batch ? [SHORT_WAIT_MS, WAIT_MS] : Array(4)
  /** The newest last. A refresh has a key of its own: it shares nothing with plain look-ups. */
  const entries = new Map<string, Entry>()
  let gathering: ReturnType<typeof setTimeout> | undefined

  const fill = (): void => {
    gathering = undefined
    const queue: Entry[] = []
    for (const [key, entry] of entries) {
      if (entry.abort) continue
      if (entry.size) queue.push(entry)
      else entries.delete(key)
    }
    while (slots.length && queue.length) send(queue.splice(-maxIds), slots.pop())
  }

  const send = (flight: readonly Entry[], waitMs: number | undefined): void => {
    const controller = new AbortController()
    const { signal } = controller
    const open = new Set(flight)
    let silence: ReturnType<typeof setTimeout> | undefined
    const end = (failure?: Failure): void => {
      if (signal.aborted) return
      slots.push(waitMs)
      // oxlint-disable-next-line typescript/require-array-sort-compare -- as text the long one is last as well
      slots.sort()
      // Not after a clean end: a browser may still be closing its books, and would note the request as cancelled.
      if (failure) controller.abort()
      tell(failure ?? { code: 'missing_result' })
      clearTimeout(silence)
      fill()
    }
    const listen = (): void => {
      clearTimeout(silence)
      silence = setTimeout(end, open.size ? timeoutMs : LINGER_MS, { code: 'timeout' })
    }
    const tell = (answer: Outcome, chatId?: unknown): void => {
      for (const entry of open) {
        if (!chatId || entry.id === chatId) {
          entry.abort = undefined
          open.delete(entry)
          if (answer.status !== 'pending') {
            for (const settle of entry) settle(answer)
            entry.clear()
          } else if (entry.size) {
            const again = setTimeout(() => {
              entry.abort?.()
              // Together with those whose time is up at the same moment.
              setTimeout(fill)
            }, answer.retryAfterMs)
            entry.abort = () => {
              clearTimeout(again)
              entry.abort = undefined
            }
          }
          listen()
        }
      }
    }
    const endIfLeft = (): void => {
      for (const entry of open) if (entry.size) return
      if (open.size) end({ code: 'network' })
    }
    const read = async (): Promise<undefined> => {
      // After the end nobody is left in `open`: what may still come reaches no one.
      for await (const { chatId, ...answer } of transport(
        flight.map((entry) => entry.id),
        {
          signal,
          refresh: flight.flatMap((entry) => entry.refresh),
          waitMs,
        },
      )) {
        tell(answer, chatId)
        endIfLeft()
      }
    }
    for (const entry of flight) entry.abort = endIfLeft
    listen()
    read().then(end, (error?: Failure & { isAvatarError?: true }) =>
      end(error?.isAvatarError ? error : { code: 'network' }),
    )
  }

  return async (chatId, { signal, refresh } = {}) => {
    const id = parseChatId(chatId, options)
    const key = id + !refresh
    const entry: Entry =
      entries.get(key) ?? Object.assign(new Set<never>(), { id, refresh: refresh ? [id] : [] })
    entries.set(key, entry)
    gathering ??= setTimeout(fill, WINDOW_MS)
    let leave: () => void
    const outcome = await new Promise<Settled>((resolve, reject) => {
      entry.add(resolve)
      leave = () => {
        entry.delete(resolve)
        reject(signal?.reason)
      }
      if (signal?.aborted) leave()
      signal?.addEventListener('abort', leave)
    }).finally(() => {
      // A caller who left and came back at once is in it again.
      if (!entry.size) entry.abort?.()
      signal?.removeEventListener('abort', leave)
    })
    if (outcome.code) throw new AvatarError(outcome.code, outcome)
    return outcome
  }
}
