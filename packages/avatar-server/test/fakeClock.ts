import type { Clock } from '../src/time/clock.js'

/** A clock that stands still until it is told to go on. */
export interface FakeClock extends Clock {
  /** Goes on by `ms`, running timers at their time and letting everything they wake finish first. */
  advance(ms: number): Promise<void>
  /** Jumps without running timers, as a machine's clock does when it is set. */
  jump(ms: number): void
  readonly timers: number
}

export function createFakeClock(startMs: number = Date.UTC(2026, 5, 15, 12)): FakeClock {
  let now = startMs
  const timers = new Set<{ readonly atMs: number; readonly callback: () => void }>()

  const nextDue = (untilMs: number) => {
    let next: { readonly atMs: number; readonly callback: () => void } | undefined
    for (const timer of timers) {
      if (timer.atMs <= untilMs && (next === undefined || timer.atMs < next.atMs)) next = timer
    }
    return next
  }

  return {
    now: () => now,
    setTimer(callback, delayMs) {
      const timer = { atMs: now + delayMs, callback }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    async advance(ms) {
      const untilMs = now + ms
      await settle()
      for (let timer = nextDue(untilMs); timer !== undefined; timer = nextDue(untilMs)) {
        timers.delete(timer)
        now = Math.max(now, timer.atMs)
        timer.callback()
        await settle()
      }
      now = untilMs
      await settle()
    },
    jump(ms) {
      now += ms
    },
    get timers() {
      return timers.size
    },
  }
}

/** Lets everything that is ready to run do so; nothing here waits for time to pass. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
