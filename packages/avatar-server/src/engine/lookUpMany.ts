import type { ChatId } from '@greenapi/avatar-core/protocol'
import type { Clock } from '../time/clock.js'
import type { Engine, WaitUntil } from './createEngine.js'
import { type Groups, createGroups } from './createGroups.js'
import type { Outcome } from './outcome.js'

/** What the ids get that are open at `waitMs`. */
export interface Late {
  readonly outcome: Outcome
  /** How long their places in the queue are kept. */
  readonly keepForMs: number
}

/** From one request for an id to the next, at the least; unless the first was held for longer. */
const ASK_AGAIN_MS = 1_000
const LEAST_PAUSE_MS = 100

/**
 * Over the wire: the client asks again, and finds its place kept. What was held for long it asks at once, for the answer to
 * that waits in turn; what was hardly held it asks a second later, or a page would ask for the same few ids without end.
 */
export const latePending = (waitMs: number): Late => ({
  outcome: { kind: 'pending', retryAfterMs: Math.max(LEAST_PAUSE_MS, ASK_AGAIN_MS - waitMs) },
  keepForMs: 2_000,
})

/** For callers who do not come back. */
export const LATE_FAILURE: Late = {
  outcome: { kind: 'failure', code: 'timeout', retryAfterMs: 1_000 },
  keepForMs: 0,
}
/** At the deadline, where nobody said how long to wait. */
const OVERDUE: Late = {
  outcome: { kind: 'failure', code: 'overloaded', retryAfterMs: 1_000 },
  keepForMs: 0,
}

/** One string that was sent, and the chat it stands for. */
export interface Wanted {
  readonly sent: string
  readonly chatId: ChatId
  readonly refresh: boolean
}

/** What one of them came to. */
export interface Answered {
  readonly wanted: Wanted
  readonly outcome: Outcome
}

export interface LookUpManyOptions {
  readonly engine: Engine
  readonly clock: Clock
  readonly subject: string
  readonly waitUntil?: WaitUntil | undefined
  /** After this time open ids are `late`; without it they are held until the deadline, then `overloaded`. */
  readonly waitMs: number | undefined
  readonly late: (waitMs: number) => Late
  readonly deadlineMs: number
  /** Answer from the cache alone. */
  readonly cacheOnly?: boolean | undefined
  /** A function, for a signal costs something to make and most look-ups never wait. */
  readonly signal: () => AbortSignal
}

export interface LookUps {
  /** Known at once. */
  readonly ready: readonly Answered[]
  /** The others, in groups, as they become known; `undefined` when there are none. Ends early when the signal aborts. */
  readonly rest: Groups<readonly Answered[]> | undefined
}

/** Looks many chats up; what is known never waits for what is not. */
export function lookUpMany(wanted: readonly Wanted[], options: LookUpManyOptions): LookUps {
  const { engine, waitUntil } = options
  const ready: Answered[] = []
  const open: Wanted[] = []
  for (const one of wanted) {
    const outcome = engine.peek(one.chatId, { refresh: one.refresh && options.cacheOnly !== true, waitUntil })
    if (outcome !== undefined) ready.push({ wanted: one, outcome })
    else if (options.cacheOnly === true) ready.push({ wanted: one, outcome: options.late(0).outcome })
    else open.push(one)
  }
  return { ready, rest: open.length === 0 ? undefined : askForRest(open, options) }
}

function askForRest(open: readonly Wanted[], options: LookUpManyOptions): Groups<readonly Answered[]> {
  const { engine, clock, subject, waitUntil, waitMs, deadlineMs } = options
  const signal = options.signal()
  const waiting = new Map<Wanted, (keepForMs?: number) => void>()

  const leaveAll = (keepForMs?: number): void => {
    for (const leave of waiting.values()) leave(keepForMs)
    waiting.clear()
  }
  const source = createGroups<Answered>(() => {
    leaveAll()
    cancelTimer()
    signal.removeEventListener('abort', onAbort)
  })
  const onAbort = (): void => void source.groups.return()
  const onTime = (): void => {
    const { outcome, keepForMs } = waitMs === undefined ? OVERDUE : options.late(waitMs)
    for (const wanted of waiting.keys()) source.push({ wanted, outcome })
    leaveAll(keepForMs)
    source.end()
  }
  const cancelTimer = clock.setTimer(onTime, waitMs ?? deadlineMs)

  const request = {}
  let isComplete = false
  for (const wanted of open) {
    let isSettled = false
    const leave = engine.ask(
      wanted.chatId,
      { refresh: wanted.refresh, subject, request, waitUntil },
      (outcome) => {
        isSettled = true
        waiting.delete(wanted)
        source.push({ wanted, outcome })
        if (isComplete && waiting.size === 0) source.end()
      },
    )
    if (!isSettled) waiting.set(wanted, leave)
  }
  isComplete = true
  if (waiting.size === 0) source.end()
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  return source.groups
}
