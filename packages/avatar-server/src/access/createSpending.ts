import { LRUCache } from 'lru-cache'
import type { Clock } from '../time/clock.js'

/** Points that come back after a time. */
export interface Budget {
  readonly points: number
  readonly perSeconds: number
}

/** Counts what subjects spend, in windows that begin with a subject's first point. */
export interface Spending {
  /** Spends one point; `false` when there is none left. */
  spend(subject: string): boolean
  /** How long until there are points again, once there are none. */
  waitMs(subject: string): number
}

interface Window {
  spent: number
  readonly endsAtMs: number
}

/** Subjects that are counted at once; the one heard of least recently starts anew. */
const MAX_SUBJECTS = 100_000
const MIN_WAIT_MS = 1_000

/** Without a promise in it: of many requests at one moment each sees what the others have spent. */
export function createSpending({ points, perSeconds }: Budget, clock: Clock): Spending {
  const windows = new LRUCache<string, Window>({ maxSize: MAX_SUBJECTS, sizeCalculation: () => 1 })
  const open = (subject: string): Window => {
    const now = clock.now()
    const known = windows.get(subject)
    if (known !== undefined && now < known.endsAtMs) return known
    const begun = { spent: 0, endsAtMs: now + perSeconds * 1_000 }
    windows.set(subject, begun)
    return begun
  }
  return {
    spend(subject) {
      const window = open(subject)
      if (window.spent >= points) return false
      window.spent += 1
      return true
    },
    waitMs: (subject) => Math.max(MIN_WAIT_MS, open(subject).endsAtMs - clock.now()),
  }
}
