import type { BudgetOptions } from './access/budgets.js'
import type { BackOff, Lifetimes } from './engine/lifetimes.js'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

interface Defaults {
  readonly lifetimes: Lifetimes
  readonly backOff: BackOff
  readonly cache: { readonly maxEntries: number; readonly maxNegatives: number }
  readonly rate: { readonly perSecond: number; readonly maxQueued: number }
  readonly breaker: { readonly failuresToOpen: number; readonly probeMs: number }
  readonly upstream: { readonly timeoutMs: number; readonly maxBodyBytes: number }
  readonly budgets: BudgetOptions
  readonly lookUpDeadlineMs: number
  readonly maxInstances: number
}

/** Every default number of the handler, by option. The table in the README is checked against this. */
export const DEFAULTS: Defaults = {
  lifetimes: {
    foundMs: 12 * HOUR,
    noneMs: 6 * HOUR,
    hiddenMs: 24 * HOUR,
    noAccountMs: 24 * HOUR,
    staleMs: 7 * DAY,
  },
  backOff: { minMs: 5 * SECOND, maxMs: 5 * MINUTE },
  cache: { maxEntries: 10_000, maxNegatives: 2_000 },
  rate: { perSecond: 10, maxQueued: 1_000 },
  breaker: { failuresToOpen: 10, probeMs: MINUTE },
  upstream: { timeoutMs: 10 * SECOND, maxBodyBytes: 4 * 1_048_576 },
  budgets: {
    requests: { points: 1_200, perSeconds: 60 },
    chatIds: { points: 5_000, perSeconds: 3_600 },
  },
  lookUpDeadlineMs: 15 * SECOND,
  maxInstances: 1_000,
}
