import type { Clock } from '../time/clock.js'
import type { Breaker, Refusal } from './breaker.js'
import { FairQueue, type QueuedJob } from './fairQueue.js'
import type { Limiter, LimiterStats } from './slidingWindow.js'

/** One upstream call that waits for its place. */
export interface Job extends QueuedJob {
  /** Mutable for {@link Dispatcher.promote} alone. */
  background: boolean
  /** False when nobody wants the answer any more: the job is dropped before it costs a call. */
  isWanted(): boolean
  drop(): void
  /** `onSent` is to be called once the request is out, or will never be. */
  start(onSent: () => void): void
  refuse(refusal: Refusal): void
}

export interface DispatcherStats extends LimiterStats {
  readonly queued: number
  readonly queuedBackground: number
}

export interface Dispatcher {
  submit(job: Job): void
  /** Somebody waits now for what was a background job. */
  promote(job: Job): void
  remove(job: Job): void
  stats(): DispatcherStats
  close(): void
}

export interface DispatcherOptions {
  readonly clock: Clock
  readonly limiter: Limiter
  readonly breaker: Breaker
  readonly maxQueued: number
}

/** What callers are told while the handler shuts down. */
const CLOSED: Refusal = { code: 'overloaded', retryAfterMs: 1_000 }

/**
 * The one place where calls of an instance and method start. It takes a place from the limiter at the last moment,
 * for the job whose turn it is then; waiting jobs hold no timers and no places.
 */
export function createDispatcher({ clock, limiter, breaker, maxQueued }: DispatcherOptions): Dispatcher {
  const queue = new FairQueue<Job>(maxQueued)
  let cancelTimer: (() => void) | undefined
  let isPumpQueued = false
  let isClosed = false

  const overloaded = (): Refusal => {
    const drainMs = Math.ceil(queue.size / limiter.stats().limit) * 1_000
    return { code: 'overloaded', retryAfterMs: Math.min(Math.max(drainMs, 1_000), 60_000) }
  }

  const nextWanted = (): Job | undefined => {
    let job = queue.next()
    while (job !== undefined && !job.isWanted()) {
      job.drop()
      job = queue.next()
    }
    return job
  }

  const refuseAll = (refusal: Refusal): void => {
    for (const job of queue.clear()) job.refuse(refusal)
  }

  const pump = (): void => {
    isPumpQueued = false
    cancelTimer?.()
    cancelTimer = undefined
    while (queue.size > 0) {
      const refusal = breaker.refusal()
      if (refusal !== undefined) return refuseAll(refusal)
      const waitMs = limiter.waitMs()
      if (waitMs > 0) {
        cancelTimer = clock.setTimer(pump, waitMs)
        return
      }
      const job = nextWanted()
      if (job === undefined) return
      breaker.starting()
      job.start(limiter.take())
    }
  }

  const add = (job: Job): void => {
    const dropped = queue.add(job)
    dropped?.refuse(overloaded())
    if (isPumpQueued || dropped === job) return
    // After the jobs of the same request are in, so that they keep their order.
    isPumpQueued = true
    queueMicrotask(pump)
  }

  return {
    submit(job) {
      const refusal = isClosed ? CLOSED : breaker.refusal()
      if (refusal === undefined) add(job)
      else job.refuse(refusal)
    },
    promote(job) {
      if (!job.background || !queue.remove(job)) return
      job.background = false
      add(job)
    },
    remove: (job) => void queue.remove(job),
    stats: () => ({
      ...limiter.stats(),
      queued: queue.size - queue.backgroundSize,
      queuedBackground: queue.backgroundSize,
    }),
    close() {
      isClosed = true
      cancelTimer?.()
      cancelTimer = undefined
      refuseAll(CLOSED)
    },
  }
}
