import type { Clock } from '../time/clock.js'
import type { UpstreamResult } from '../upstream/upstreamResult.js'
import { type BreakerState, type Refusal, createBreaker } from './breaker.js'
import { type Dispatcher, type DispatcherStats, createDispatcher } from './dispatcher.js'
import { createSlidingWindow } from './slidingWindow.js'

/**
 * A little more than the second that GREEN-API counts in: what leaves a second apart can arrive closer together, by as much as
 * the network and a busy machine hold back the first. Costs 2.5 % of the rate; every 429 would cost more.
 */
const WINDOW_MS = 1_025
const RECOVER_MS = 10_000
const SLOW_DOWN_MS = 1_000
const MIN_PROBE_MS = 5_000
const HOUR_MS = 3_600_000

/** The way to one upstream method of one instance: its own rate, queue and breaker. */
export interface Lane {
  readonly dispatcher: Dispatcher
  /** What every new call is told now; `undefined` while calls are made. */
  refusal(): Refusal | undefined
  /** Tells the limiter and the breaker how a call ended. */
  report(result: UpstreamResult<unknown>): void
  stats(): LaneStats
}

export interface LaneStats extends DispatcherStats {
  readonly breaker: BreakerState
}

export interface LaneOptions {
  readonly clock: Clock
  readonly onBreaker: (state: BreakerState) => void
  readonly onSlowDown: () => void
  readonly ratePerSecond: number
  readonly maxQueued: number
  readonly failuresToOpen: number
  readonly probeMs: number
}

export function createLane(options: LaneOptions): Lane {
  const { clock, probeMs } = options
  const limiter = createSlidingWindow({
    clock,
    limit: options.ratePerSecond,
    windowMs: WINDOW_MS,
    recoverMs: RECOVER_MS,
  })
  const breaker = createBreaker({
    clock,
    failuresToOpen: options.failuresToOpen,
    minProbeMs: Math.min(MIN_PROBE_MS, probeMs),
    maxProbeMs: probeMs,
    onChange: options.onBreaker,
  })
  const dispatcher = createDispatcher({ clock, limiter, breaker, maxQueued: options.maxQueued })

  return {
    dispatcher,
    refusal: () => breaker.refusal(),
    report(result) {
      // An answer about one chat, good or bad, shows that the service works.
      if (result.ok || result.scope === 'chat') breaker.succeeded()
      else if (result.scope === 'outage') breaker.failed(result.error.code)
      else if (result.scope === 'method') {
        const isQuota = result.error.code === 'quota_exceeded'
        breaker.blocked(result.error, isQuota ? untilMonthEnds(clock.now()) : probeMs)
      } else if (result.scope === 'connection') breaker.released()
      else {
        breaker.released()
        limiter.slowDown(result.error.retryAfterMs ?? SLOW_DOWN_MS)
        options.onSlowDown()
      }
    },
    stats: () => ({ ...dispatcher.stats(), breaker: breaker.stats() }),
  }
}

/** A used-up quota comes back on the first of the month; asked once an hour, for plans get changed. */
function untilMonthEnds(now: number): number {
  const date = new Date(now)
  const monthEndMs = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
  return Math.min(monthEndMs - now, HOUR_MS)
}
