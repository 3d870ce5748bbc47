import type { CallMethod } from './callMethod.js'
import type { FaultKind } from './faults/kinds.js'

/** One request that reached the simulator. */
export interface Call {
  readonly method: CallMethod
  /** The chat asked about: as sent for getAvatar, `…@c.us` for checkWhatsapp, the owner for a known picture. */
  readonly chatId?: string | undefined
  /** When it arrived, in milliseconds of the simulator's clock. */
  readonly at: number
  /** The HTTP status answered; `open` until then, `left` when the caller went away first, `reset` when the connection was dropped. */
  readonly status: number | 'open' | 'left' | 'reset'
  /** The fault that shaped the answer, if one did. */
  readonly fault?: FaultKind | undefined
}

/** A call whose facts are still coming in. */
export type OpenCall = { -readonly [Key in keyof Call]: Call[Key] }

/** The last calls, oldest first. */
export interface CallLog {
  readonly calls: readonly Call[]
  open(method: CallMethod, at: number): OpenCall
  clear(): void
}

/** Keeps the last `limit` calls. */
export function createCallLog(limit: number): CallLog {
  let calls: OpenCall[] = []
  return {
    get calls() {
      return calls
    },
    open(method, at) {
      const call: OpenCall = { method, at, status: 'open' }
      calls.push(call)
      // Cut in one go now and then: shifting an array of thousands at each call is slow.
      if (calls.length >= limit * 2) calls = calls.slice(-limit)
      return call
    },
    clear() {
      calls = []
    },
  }
}

/** Settings of {@link peakCalls}. */
export interface PeakCallsOptions {
  /** Length of the sliding window in milliseconds. Default 1,000. */
  windowMs?: number | undefined
  /** Which calls to count. Default `getAvatar`. */
  method?: CallMethod | undefined
}

/**
 * The most calls that arrived within any sliding window: what a test of a rate limiter wants to know.
 *
 * @example
 * ```ts
 * expect(peakCalls(simulator.calls, { windowMs: 900 })).toBeLessThanOrEqual(10)
 * ```
 */
export function peakCalls(calls: readonly Call[], options: PeakCallsOptions = {}): number {
  const { windowMs = 1_000, method = 'getAvatar' } = options
  const times = calls
    .filter((call) => call.method === method)
    .map((call) => call.at)
    .sort((a, b) => a - b)
  let first = 0
  let peak = 0
  for (const [index, time] of times.entries()) {
    while (time - (times[first] ?? time) >= windowMs) first += 1
    peak = Math.max(peak, index - first + 1)
  }
  return peak
}
