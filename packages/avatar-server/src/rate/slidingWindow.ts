import type { Clock } from '../time/clock.js'

/** Decides when the next call may start. Replaceable: several processes can share one behind these two methods. */
export interface Limiter {
  /** Milliseconds until a call may start; 0 when one may start now. */
  waitMs(): number
  /**
   * Notes that a call starts. Its place counts from when the returned function says that the request is out: a new connection
   * takes a while, and what waits for it would reach the upstream together with what starts later.
   */
  take(): () => void
  /** The upstream said "too many": stop for `pauseMs`, then go slower for a while. */
  slowDown(pauseMs: number): void
  stats(): LimiterStats
}

export interface LimiterStats {
  /** Starts allowed in one window now; below the configured number after the upstream asked to slow down. */
  readonly limit: number
  readonly pausedMs: number
}

export interface SlidingWindowOptions {
  readonly clock: Clock
  /** Starts allowed in any window. */
  readonly limit: number
  readonly windowMs: number
  /** After this long without a complaint the limit grows back by one. */
  readonly recoverMs: number
}

/** When a request went out; `undefined` while it is still on its way to the wire. */
interface Place {
  atMs: number | undefined
}

/**
 * At most `limit` starts in any sliding window, by remembering when the last ones happened. Unlike a fixed step
 * between starts this loses nothing when a timer fires late.
 */
export function createSlidingWindow({ clock, limit, windowMs, recoverMs }: SlidingWindowOptions): Limiter {
  const places: Place[] = []
  let allowed = limit
  let pausedUntilMs = 0
  let slowedAtMs = 0

  const recover = (now: number): void => {
    while (allowed < limit && now - slowedAtMs >= recoverMs) {
      allowed += 1
      slowedAtMs += recoverMs
    }
  }

  return {
    waitMs() {
      const now = clock.now()
      recover(now)
      if (pausedUntilMs > now) return pausedUntilMs - now
      const nthLast = places[places.length - allowed]
      if (nthLast === undefined) return 0
      // Not out yet, or left in the future by a clock that was set back: it counts as just happened.
      if (nthLast.atMs === undefined) return windowMs
      nthLast.atMs = Math.min(nthLast.atMs, now)
      return Math.max(0, nthLast.atMs + windowMs - now)
    },
    take() {
      const place: Place = { atMs: undefined }
      places.push(place)
      if (places.length > limit) places.shift()
      return () => {
        place.atMs ??= clock.now()
      }
    },
    slowDown(pauseMs) {
      const now = clock.now()
      recover(now)
      // Several calls under way can be refused at once: that is one complaint.
      if (now >= pausedUntilMs) allowed = Math.max(1, Math.floor(allowed / 2))
      slowedAtMs = now
      pausedUntilMs = Math.max(pausedUntilMs, now + pauseMs)
    },
    stats: () => ({ limit: allowed, pausedMs: Math.max(0, pausedUntilMs - clock.now()) }),
  }
}
