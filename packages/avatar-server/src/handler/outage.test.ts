import type { FaultKind } from '@greenapi/simulator'
import { describe, expect, it } from 'vitest'
import { createHarness } from '../../test/harness.js'

const HOUR = 3_600_000

describe('an upstream that is down for a minute, under steady load', () => {
  it.each<[FaultKind, string]>([
    ['bad_gateway', 'upstream_failed'],
    ['reset', 'upstream_failed'],
    ['hang', 'upstream_timeout'],
  ])(
    '%s: what is known is served, the rest is told promptly, and it recovers by itself',
    async (kind, code) => {
      const { ask, post, ids, clock, simulator, handler, events } = await createHarness()
      const known = ids(60)
      await ask(known, { waitMs: 25_000 })
      await clock.advance(25 * HOUR)
      simulator.clearCalls()
      simulator.setFaults([{ kind }])

      const late: number[] = []
      for (let second = 0; second < 60; second += 1) {
        const lines = await ask(known)
        expect(lines.filter(({ status }) => status === 'error')).toEqual([])
        const startedMs = clock.now()
        const stranger = `${5521900000000 + second}@c.us`
        const [line] = await ask([stranger])
        expect(line).toMatchObject({ status: 'error', code })
        late.push(clock.now() - startedMs)
        await clock.advance(Math.max(0, 1_000 - (clock.now() - startedMs)))
      }
      // Only what was asked before the breaker had seen ten failures waits for the deadline of a call.
      expect(Math.max(...late)).toBeLessThanOrEqual(11_000)
      expect(late.filter((ms) => ms > 100).length).toBeLessThanOrEqual(3)

      const askedOften = known.map((id) => simulator.calls.filter(({ chatId }) => chatId === id))
      for (const calls of askedOften) {
        const gaps = calls.slice(1).map(({ at }, index) => at - (calls[index]?.at ?? 0))
        expect(gaps.every((gap) => gap >= 4_500)).toBe(true)
      }
      expect(events).toContainEqual(
        expect.objectContaining({ type: 'breaker', state: expect.objectContaining({ state: 'open' }) }),
      )

      simulator.setFaults([])
      await clock.advance(60_000)
      await (await post(known)).text()
      await clock.advance(60_000)
      const [stats] = Object.values(handler.stats().instances)
      expect(stats?.getAvatar.breaker).toEqual({ state: 'closed' })
      expect(await ask(['5521900099999@c.us'])).toMatchObject([{ status: 'none' }])
    },
  )

  it.each<[FaultKind, string]>([
    ['unauthorized', 'upstream_credentials'],
    ['forbidden', 'upstream_credentials'],
    ['instance_not_authorized', 'instance_unavailable'],
    ['quota_invoke', 'quota_exceeded'],
  ])('%s stops the calls at the first of them', async (kind, code) => {
    const { ask, simulator, clock } = await createHarness()
    simulator.setFaults([{ kind }])
    expect(await ask(['5521900000001@c.us'])).toMatchObject([{ status: 'error', code }])
    expect(await ask(['5521900000002@c.us'])).toMatchObject([{ status: 'error', code }])
    expect(simulator.calls).toHaveLength(1)
    simulator.setFaults([])
    await clock.advance(kind === 'quota_invoke' ? HOUR : 60_000)
    expect(await ask(['5521900000003@c.us'])).toMatchObject([{ status: 'none' }])
  })

  it('concerns one chat alone when its correspondents quota is used up', async () => {
    const { ask, simulator } = await createHarness()
    simulator.setFaults([{ kind: 'quota_correspondents', chatId: '5521900000001@c.us' }])
    const lines = await ask(['5521900000001@c.us', '5521900000002@c.us'])
    expect(lines).toContainEqual(
      expect.objectContaining({ chatId: '5521900000001@c.us', code: 'quota_exceeded' }),
    )
    expect(lines).toContainEqual(expect.objectContaining({ chatId: '5521900000002@c.us', status: 'none' }))
    await ask(['5521900000001@c.us'])
    expect(simulator.calls.filter(({ chatId }) => chatId === '5521900000001@c.us')).toHaveLength(1)
  })

  it('halves the rate after a 429, asks that chat again once, and says so', async () => {
    const { ask, simulator, handler, events } = await createHarness()
    simulator.setFaults([{ kind: 'rate_limited', times: 1 }])
    expect(await ask(['5521900000001@c.us'])).toMatchObject([{ status: 'none' }])
    expect(simulator.calls).toHaveLength(2)
    expect(events.filter(({ type }) => type === 'slowed_down')).toHaveLength(1)
    expect(Object.values(handler.stats().instances)[0]?.getAvatar.limit).toBe(5)
  })
})
