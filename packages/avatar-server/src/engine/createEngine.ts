import type { ChatId } from '@greenapi/avatar-core/protocol'
import type { Clock } from '../time/clock.js'
import type { Refusal } from '../rate/breaker.js'
import type { Dispatcher } from '../rate/dispatcher.js'
import type { IncomingAnswer } from '../upstream/toStoredAnswer.js'
import type { UpstreamResult } from '../upstream/upstreamResult.js'
import type { AnswerStore, CacheEntry, KnownAnswer, RememberedFailure } from './cacheEntry.js'
import type { StoredAnswer } from '../upstream/storedAnswer.js'
import { Flight } from './flight.js'
import { type BackOff, type Lifetimes, knownAnswer, nextFailure } from './lifetimes.js'
import type { CacheOutcome, Listener, Outcome } from './outcome.js'

/** How long an answer must have been known before a client's "refresh" asks upstream again. */
export const MIN_REFRESH_AGE_MS: number = 60_000

export interface AskOptions {
  readonly refresh: boolean
  readonly waitUntil?: WaitUntil | undefined
  /** Let everything else go first. */
  readonly background?: boolean | undefined
  readonly subject: string
  /** Jobs of one request keep their order in the queue. */
  readonly request: object | undefined
}

/** Stale-while-revalidate over a store, with one upstream look-up per chat at a time. */
export interface Engine {
  /**
   * What can be answered at once: a fresh or stale answer, or a remembered failure. A stale answer is renewed behind
   * the caller's back. `undefined`: {@link ask}.
   */
  peek(
    chatId: ChatId,
    options: { readonly refresh: boolean; readonly waitUntil?: WaitUntil | undefined },
  ): Outcome | undefined
  /** Starts or joins a look-up. `listener` is called once, unless the returned function is called before. */
  ask(chatId: ChatId, options: AskOptions, listener: Listener): (keepForMs?: number) => void
  /** What is known of a chat, without looking further. */
  known(chatId: ChatId): KnownAnswer | undefined
  invalidate(chatId: ChatId): void
  /** Look-ups queued or under way. */
  readonly flights: number
}

/** Keeps a runtime alive until the promise settles, where runtimes end with the response. */
export type WaitUntil = (promise: Promise<unknown>) => void

export interface EngineOptions {
  readonly clock: Clock
  readonly random: () => number
  readonly store: AnswerStore
  readonly dispatcher: Pick<Dispatcher, 'submit' | 'promote' | 'remove'>
  /** One upstream look-up, which has its place already. */
  readonly lookUp: (
    chatId: ChatId,
    how: { readonly background: boolean; readonly onSent: () => void },
  ) => Promise<UpstreamResult<IncomingAnswer>>
  readonly lifetimes: Lifetimes
  readonly backOff: BackOff
  /** When the link of an answer must no longer be given to clients; `undefined` when they never see it. */
  readonly linkUntilMs: (answer: StoredAnswer, now: number) => number | undefined
  readonly onOutcome: ((outcome: CacheOutcome) => void) | undefined
}

export function createEngine(options: EngineOptions): Engine {
  const { clock, random, store, dispatcher, lifetimes, backOff, onOutcome } = options
  const flights = new Map<string, Flight>()
  const keyOf = (flight: { chatId: ChatId; isRefresh: boolean }): string =>
    flight.isRefresh ? `${flight.chatId} refresh` : flight.chatId

  const end = (flight: Flight, outcome: Outcome): void => {
    const key = keyOf(flight)
    if (flights.get(key) === flight) flights.delete(key)
    flight.settle(outcome)
  }

  /** An answer that could not be renewed goes before the failure to renew it. */
  const knownOr = (chatId: ChatId, failure: Outcome): Outcome => {
    const entry = store.get(chatId)
    const isServed = entry?.known !== undefined && clock.now() < entry.known.staleUntilMs
    return isServed ? { kind: 'answer', entry } : failure
  }

  const remember = (flight: Flight, failed: Extract<UpstreamResult<never>, { ok: false }>): Outcome => {
    const { code, retryAfterMs } = failed.error
    if (failed.scope === 'chat' || failed.scope === 'outage' || failed.scope === 'connection') {
      const before = store.get(flight.chatId)
      const isLasting = code === 'invalid_chat_id' || code === 'quota_exceeded'
      const atLeastMs = Math.max(isLasting ? lifetimes.noneMs : 0, retryAfterMs ?? 0)
      const failure = nextFailure(before, code, { now: clock.now(), backOff, random, atLeastMs })
      store.set(flight.chatId, { known: before?.known, failure })
      return failureOutcome(failure, clock.now())
    }
    return { kind: 'failure', code, retryAfterMs }
  }

  const run = async (flight: Flight, onSent: () => void): Promise<void> => {
    const { background } = flight
    const result = await options.lookUp(flight.chatId, { background, onSent })
    flight.isRunning = false
    if (flights.get(keyOf(flight)) !== flight) {
      // Invalidated on the way: whoever waits gets the answer, the cache does not.
      flight.settle(uncached(result, clock.now()))
    } else if (result.ok) {
      const now = clock.now()
      const { answer, bytes } = result.value
      const linkUntilMs = options.linkUntilMs(answer, now)
      const entry: CacheEntry = { known: knownAnswer(answer, { now, lifetimes, random, linkUntilMs }) }
      store.set(flight.chatId, entry)
      end(flight, { kind: 'answer', entry, bytes })
    } else if ((result.scope === 'rate' || result.scope === 'connection') && !flight.wasRequeued) {
      flight.wasRequeued = true
      dispatcher.submit(flight)
    } else {
      end(flight, knownOr(flight.chatId, remember(flight, result)))
    }
  }

  const onRefused = (flight: Flight, { code, retryAfterMs }: Refusal): void =>
    end(flight, knownOr(flight.chatId, { kind: 'failure', code, retryAfterMs }))

  const open = (chatId: ChatId, how: AskOptions & { readonly background: boolean }): Flight => {
    const flight = new Flight({
      chatId,
      isRefresh: how.refresh,
      background: how.background,
      subject: how.subject,
      request: how.request,
      now: () => clock.now(),
      onStart: (started, onSent) =>
        void run(started, onSent).catch(() => {
          onSent()
          end(started, { kind: 'failure', code: 'internal' })
        }),
      onRefused,
      onAbandoned(left) {
        dispatcher.remove(left)
        if (flights.get(keyOf(left)) === left) flights.delete(keyOf(left))
      },
    })
    flights.set(keyOf(flight), flight)
    return flight
  }

  const renewBehind = (chatId: ChatId, waitUntil: WaitUntil | undefined): void => {
    if (flights.has(chatId)) return
    const flight = open(chatId, { refresh: false, subject: '', request: undefined, background: true })
    waitUntil?.(flight.ended)
    dispatcher.submit(flight)
  }

  return {
    peek(chatId, { refresh, waitUntil }) {
      const entry = store.get(chatId)
      if (entry === undefined) return undefined
      const now = clock.now()
      const { known, failure } = entry
      const isBackingOff = failure !== undefined && now < failure.retryAtMs
      if (known !== undefined && now < known.staleUntilMs) {
        if (refresh && !isBackingOff && now - known.askedAtMs > MIN_REFRESH_AGE_MS) return undefined
        const isFresh = now < known.freshUntilMs
        if (!isFresh && !isBackingOff) renewBehind(chatId, waitUntil)
        onOutcome?.(isFresh ? 'fresh' : 'stale')
        return { kind: 'answer', entry }
      }
      if (!isBackingOff) return undefined
      onOutcome?.('failure')
      return failureOutcome(failure, now)
    },
    ask(chatId, how, listener) {
      const joined = flights.get(keyOf({ chatId, isRefresh: how.refresh }))
      onOutcome?.(joined === undefined ? 'miss' : 'joined')
      if (joined === undefined) {
        const flight = open(chatId, { ...how, background: how.background ?? false })
        how.waitUntil?.(flight.ended)
        const leave = flight.listen(listener)
        dispatcher.submit(flight)
        return leave
      }
      const leave = joined.listen(listener)
      if (how.background !== true) dispatcher.promote(joined)
      return leave
    },
    known: (chatId) => store.get(chatId)?.known,
    invalidate(chatId) {
      store.delete(chatId)
      // Of a refresh as well: what it brings may be from before.
      for (const isRefresh of [false, true]) flights.delete(keyOf({ chatId, isRefresh }))
    },
    get flights() {
      return flights.size
    },
  }
}

function failureOutcome(failure: RememberedFailure, now: number): Outcome {
  return { kind: 'failure', code: failure.code, retryAfterMs: Math.ceil(failure.retryAtMs - now) }
}

function uncached(result: UpstreamResult<IncomingAnswer>, now: number): Outcome {
  if (!result.ok) {
    return { kind: 'failure', code: result.error.code, retryAfterMs: result.error.retryAfterMs }
  }
  const { answer, bytes } = result.value
  return {
    kind: 'answer',
    entry: { known: { answer, askedAtMs: now, freshUntilMs: now, staleUntilMs: now } },
    bytes,
  }
}
