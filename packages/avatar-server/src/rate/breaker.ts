import type { AvatarError, AvatarErrorCode } from '@greenapi/avatar-core/protocol'
import type { Clock } from '../time/clock.js'

/** Why nothing may start now, and when it is worth asking again. */
export interface Refusal {
  readonly code: AvatarErrorCode
  /** Left out where only a person can help. */
  readonly retryAfterMs?: number | undefined
}

/** What {@link Breaker.stats} shows and `breaker` events carry. */
export type BreakerState =
  | { readonly state: 'closed' }
  | { readonly state: 'open' | 'probing'; readonly code: AvatarErrorCode; readonly retryAfterMs: number }

export interface Breaker {
  /** What a new job is told while the breaker is open; `undefined` when it may be queued. */
  refusal(): Refusal | undefined
  /** A call starts; while the breaker is open it is the one probe of this window. */
  starting(): void
  succeeded(): void
  /** A failure of the service as a whole: enough of them in a row open the breaker. */
  failed(code: AvatarErrorCode): void
  /** A failure that every further call would meet too: opens the breaker at once, until a probe succeeds. */
  blocked(error: AvatarError, probeAfterMs: number): void
  /** A probe ended in a way that says nothing about the service (a 429, nobody waited any more). */
  released(): void
  stats(): BreakerState
}

export interface BreakerOptions {
  readonly clock: Clock
  /** Failures in a row that open it. */
  readonly failuresToOpen: number
  /** The first pause after failures; it doubles up to `maxProbeMs`. */
  readonly minProbeMs: number
  readonly maxProbeMs: number
  readonly onChange: (state: BreakerState) => void
}

/** Stops calls that are bound to fail, so that the cache answers at once and the upstream can recover. */
export function createBreaker(options: BreakerOptions): Breaker {
  const { clock, failuresToOpen, minProbeMs, maxProbeMs, onChange } = options
  let failures = 0
  let open: { code: AvatarErrorCode; probeAtMs: number; pauseMs: number; isPassing: boolean } | undefined
  let isProbing = false

  const stats = (): BreakerState =>
    open === undefined
      ? { state: 'closed' }
      : {
          state: isProbing ? 'probing' : 'open',
          code: open.code,
          retryAfterMs: Math.max(0, open.probeAtMs - clock.now()),
        }

  const openFor = (code: AvatarErrorCode, pauseMs: number, isPassing = true): void => {
    const isNew = open?.code !== code || isProbing
    open = { code, pauseMs, probeAtMs: clock.now() + pauseMs, isPassing }
    isProbing = false
    if (isNew) onChange(stats())
  }

  const refusal = (): Refusal | undefined => {
    if (open === undefined) return undefined
    const leftMs = open.probeAtMs - clock.now()
    if (leftMs <= 0 && !isProbing) return undefined
    return { code: open.code, retryAfterMs: open.isPassing ? Math.max(leftMs, 1_000) : undefined }
  }

  return {
    refusal,
    starting() {
      if (open === undefined) return
      isProbing = true
      onChange(stats())
    },
    succeeded() {
      failures = 0
      if (open === undefined) return
      open = undefined
      isProbing = false
      onChange(stats())
    },
    failed(code) {
      failures += 1
      if (open !== undefined && !isProbing) return
      if (open !== undefined) openFor(code, Math.min(open.pauseMs * 2, maxProbeMs))
      else if (failures >= failuresToOpen) openFor(code, minProbeMs)
    },
    blocked(error, probeAfterMs) {
      openFor(error.code, probeAfterMs, error.retryable || error.retryAfterMs !== undefined)
    },
    released() {
      isProbing = false
    },
    stats,
  }
}
