import type { CacheEntry, KnownAnswer, RememberedFailure } from './cacheEntry.js'
import type { StoredAnswer } from '../upstream/storedAnswer.js'

/** Links are treated as dead this long before they say they are. */
export const LINK_MARGIN_MS: number = 5 * 60_000
/** Assumed life of a link that does not tell. */
export const ASSUMED_LINK_LIFE_MS: number = 24 * 3_600_000
const MINUTE_MS = 60_000
/** What a client is told about an answer that is already stale. */
const STALE_FRESH_FOR_MS = 30_000

/** How long answers count as fresh, in milliseconds. */
export interface Lifetimes {
  readonly foundMs: number
  readonly noneMs: number
  readonly hiddenMs: number
  readonly noAccountMs: number
  /** How long an answer that is no longer fresh may still be served. */
  readonly staleMs: number
}

export interface BackOff {
  readonly minMs: number
  readonly maxMs: number
}

/** Up to 10 % shorter, so that entries made together do not end together. */
export function jitter(ms: number, random: () => number): number {
  return ms * (1 - 0.1 * random())
}

const LIFETIME_OF = {
  found: 'foundMs',
  none: 'noneMs',
  hidden: 'hiddenMs',
  no_account: 'noAccountMs',
} as const satisfies Record<StoredAnswer['status'], keyof Lifetimes>

/** `linkUntilMs`: when the link itself is what clients get, the answer cannot outlive it. */
export function knownAnswer(
  answer: StoredAnswer,
  times: {
    readonly now: number
    readonly lifetimes: Lifetimes
    readonly random: () => number
    readonly linkUntilMs: number | undefined
  },
): KnownAnswer {
  const { now, lifetimes, random, linkUntilMs = Infinity } = times
  const freshMs = jitter(lifetimes[LIFETIME_OF[answer.status]], random)
  const freshUntilMs = Math.max(Math.min(now + freshMs, linkUntilMs - LINK_MARGIN_MS), now + MINUTE_MS)
  return {
    answer,
    askedAtMs: now,
    freshUntilMs,
    staleUntilMs: Math.max(freshUntilMs, Math.min(freshUntilMs + lifetimes.staleMs, linkUntilMs)),
  }
}

/** The next failure of a chat: the pause doubles from `minMs` to `maxMs`, or is `atLeastMs` where that is longer. */
export function nextFailure(
  entry: CacheEntry | undefined,
  code: RememberedFailure['code'],
  times: {
    readonly now: number
    readonly backOff: BackOff
    readonly random: () => number
    readonly atLeastMs: number
  },
): RememberedFailure {
  const count = (entry?.failure?.count ?? 0) + 1
  const pauseMs = Math.min(times.backOff.minMs * 2 ** Math.min(count - 1, 30), times.backOff.maxMs)
  return {
    code,
    count,
    retryAtMs: times.now + Math.max(jitter(pauseMs, times.random), times.atLeastMs),
  }
}

/** `freshForMs` of the wire: whole minutes and at least one while fresh; what is left of a back-off, or 30 s, after. */
export function freshForMs(entry: CacheEntry, untilMs: number, now: number): number {
  const known = entry.known
  if (known !== undefined && now < known.freshUntilMs) {
    const leftMs = Math.min(known.freshUntilMs, untilMs) - now
    return Math.max(MINUTE_MS, Math.floor(leftMs / MINUTE_MS) * MINUTE_MS)
  }
  return Math.max(STALE_FRESH_FOR_MS, Math.ceil((entry.failure?.retryAtMs ?? 0) - now))
}
