/** Time as a parameter, so that rates, lifetimes and back-offs can be tested exactly. */
export interface Clock {
  /** Milliseconds since 1970, like `Date.now()`. */
  now(): number
  /** Runs `callback` once after `delayMs`; the returned function cancels it. */
  setTimer(callback: () => void, delayMs: number): () => void
}

/** The machine's own time: `Date.now` and `setTimeout`. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(callback, delayMs) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}
