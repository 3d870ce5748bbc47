import type { Clock } from './clock.js'

/**
 * The same clock, but never going back: when the machine's clock is set back, time goes on from where it was. Whatever waits for a
 * moment (a rate, a pause, a budget) would else wait for as long as the clock was set back.
 */
export function createSteadyClock(clock: Clock): Clock {
  let lastMs = Number.NEGATIVE_INFINITY
  let addedMs = 0
  return {
    now() {
      const toldMs = clock.now()
      if (toldMs < lastMs) addedMs += lastMs - toldMs
      lastMs = toldMs
      return toldMs + addedMs
    },
    setTimer: (callback, delayMs) => clock.setTimer(callback, delayMs),
  }
}
