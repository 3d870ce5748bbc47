import { AvatarError } from '@greenapi/avatar-core/protocol'
import { expect, it } from 'vitest'
import { createFakeClock } from '../../test/fakeClock.js'
import type { FailureScope, UpstreamResult } from '../upstream/upstreamResult.js'
import { createLane } from './createLane.js'

const failed = (
  scope: FailureScope,
  code: AvatarError['code'] = 'upstream_failed',
): UpstreamResult<never> => ({
  ok: false,
  error: new AvatarError(code),
  scope,
})

function start(startMs?: number) {
  const clock = createFakeClock(startMs)
  const lane = createLane({
    clock,
    onBreaker: () => {},
    onSlowDown: () => {},
    ratePerSecond: 10,
    maxQueued: 10,
    failuresToOpen: 2,
    probeMs: 60_000,
  })
  return { clock, lane }
}

it('default: failures of the service in a row open the breaker', () => {
  const { lane } = start()
  lane.report(failed('outage'))
  expect(lane.refusal()).toBeUndefined()
  lane.report(failed('outage'))
  expect(lane.refusal()).toMatchObject({ code: 'upstream_failed' })
})

it.each<[scope: FailureScope, isOpen: boolean]>([
  ['connection', true],
  ['rate', true],
  ['chat', false],
])('between two failures one of scope %s leaves them a row: %s', (scope, isOpen) => {
  const { lane } = start()
  lane.report(failed('outage'))
  lane.report(failed(scope))
  lane.report(failed('outage'))
  expect(lane.refusal() !== undefined).toBe(isOpen)
})

it('asks again once an hour when the quota is used up, and on the first of the month at the latest', () => {
  const half = start(Date.UTC(2026, 5, 30, 23, 30))
  half.lane.report(failed('method', 'quota_exceeded'))
  half.clock.jump(30 * 60_000 - 1)
  expect(half.lane.refusal()).toMatchObject({ code: 'quota_exceeded' })
  half.clock.jump(1)
  expect(half.lane.refusal()).toBeUndefined()
  const middle = start(Date.UTC(2026, 5, 15))
  middle.lane.report(failed('method', 'quota_exceeded'))
  middle.clock.jump(3_600_000 - 1)
  expect(middle.lane.refusal()).toMatchObject({ code: 'quota_exceeded' })
  middle.clock.jump(1)
  expect(middle.lane.refusal()).toBeUndefined()
})
