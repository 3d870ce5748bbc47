import { AvatarError } from '@greenapi/avatar-core/protocol'
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/fakeClock.js'
import { type BreakerState, createBreaker } from './breaker.js'

function start() {
  const clock = createFakeClock()
  const changes: BreakerState[] = []
  const breaker = createBreaker({
    clock,
    failuresToOpen: 3,
    minProbeMs: 5_000,
    maxProbeMs: 60_000,
    onChange: (state) => changes.push(state),
  })
  return { clock, breaker, changes }
}

describe('createBreaker', () => {
  it('opens after so many failures in a row, and one success in between starts the count anew', () => {
    const { breaker } = start()
    breaker.failed('upstream_failed')
    breaker.failed('upstream_failed')
    breaker.succeeded()
    breaker.failed('upstream_failed')
    breaker.failed('upstream_failed')
    expect(breaker.refusal()).toBeUndefined()
    breaker.failed('upstream_timeout')
    expect(breaker.refusal()).toEqual({ code: 'upstream_timeout', retryAfterMs: 5_000 })
  })

  it('lets one probe through after the pause, and doubles the pause while probes fail', () => {
    const { clock, breaker } = start()
    for (let n = 0; n < 3; n += 1) breaker.failed('upstream_failed')
    const pauses: number[] = []
    for (let probe = 0; probe < 6; probe += 1) {
      const pauseMs = breaker.refusal()?.retryAfterMs ?? 0
      pauses.push(pauseMs)
      clock.jump(pauseMs)
      expect(breaker.refusal()).toBeUndefined()
      breaker.starting()
      expect(breaker.refusal()?.code).toBe('upstream_failed')
      breaker.failed('upstream_failed')
    }
    expect(pauses).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000])
  })

  it('closes when a probe succeeds, and says so once', () => {
    const { clock, breaker, changes } = start()
    for (let n = 0; n < 3; n += 1) breaker.failed('upstream_failed')
    clock.jump(5_000)
    breaker.starting()
    breaker.succeeded()
    breaker.succeeded()
    expect(breaker.stats()).toEqual({ state: 'closed' })
    expect(changes.map(({ state }) => state)).toEqual(['open', 'probing', 'closed'])
  })

  it('opens at once for what every call would meet, without a time where only a person can help', () => {
    const { breaker } = start()
    breaker.blocked(new AvatarError('instance_unavailable'), 60_000)
    expect(breaker.refusal()).toEqual({ code: 'instance_unavailable', retryAfterMs: undefined })
    breaker.blocked(new AvatarError('instance_unavailable', { retryAfterMs: 30_000 }), 60_000)
    expect(breaker.refusal()).toEqual({ code: 'instance_unavailable', retryAfterMs: 60_000 })
  })

  it('lets the next probe through when one ended without a verdict', () => {
    const { clock, breaker } = start()
    breaker.blocked(new AvatarError('upstream_credentials'), 60_000)
    clock.jump(60_000)
    breaker.starting()
    breaker.released()
    expect(breaker.refusal()).toBeUndefined()
  })
})
