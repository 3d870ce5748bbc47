import type { WireAnswer } from '@greenapi/avatar-core/protocol'
import { describe, expect, it } from 'vitest'
import { collect, createHarness } from '../../test/harness.js'
import type { Authorize } from '../access/authorize.js'

const phone = (n: number): string => `${5521900000000 + n}@c.us`
const as = (user: string, tenant = '') => ({ headers: { 'x-user': user, 'x-tenant': tenant } })
const budgetOf = (points: number) => ({ chatIds: { points, perSeconds: 3_600 } })

/** Bo may see even numbers alone, everybody else may see all. */
const evenForBo: Authorize = ({ headers, chatIds }) => {
  const subject = headers.get('x-user') ?? ''
  return subject === 'bo' ? { subject, chatIds: chatIds.filter((id) => /[02468]@/.test(id)) } : { subject }
}

/** A line without its chat, so that two can be compared. */
const told = (lines: readonly WireAnswer[], chatId: string): object | undefined => {
  const line = lines.find((one) => one.chatId === chatId)
  return line && { ...line, chatId: '' }
}

describe('forbidden chats', () => {
  it('cost nothing where they are told, and no more is asked than what is allowed', async () => {
    const { ask, simulator } = await createHarness({ authorize: evenForBo, budgets: budgetOf(1) })
    const lines = await ask([phone(1), phone(3), phone(2)], as('bo'))
    expect(lines).toMatchObject([{ code: 'forbidden' }, { code: 'forbidden' }, { status: 'none' }])
    expect(simulator.calls).toHaveLength(1)
  })

  it('cost like the others where they are concealed: who has none left is told the same of both', async () => {
    const { ask } = await createHarness({ authorize: evenForBo, budgets: budgetOf(2), concealAccounts: true })
    const lines = await ask([phone(1), phone(2), phone(3), phone(4)], as('bo'))
    const codes = [1, 2, 3, 4].map((n) => told(lines, phone(n)))
    expect(codes).toMatchObject([
      { status: 'none' },
      { status: 'none' },
      { code: 'rate_limited' },
      { code: 'rate_limited' },
    ])
    expect(told(lines, phone(3))).toEqual(told(lines, phone(4)))
    const again = await ask([phone(1), phone(2)], as('bo'))
    expect(told(again, phone(1))).toEqual(told(again, phone(2)))
  })

  it('fail like the others while nothing can be asked, but for those that would be known', async () => {
    const { ask, simulator } = await createHarness({ authorize: evenForBo, concealAccounts: true })
    await ask([phone(1), phone(2)], as('ana'))
    await ask([phone(3), phone(4)], as('bo'))
    simulator.setFaults([{ kind: 'instance_starting' }])
    expect(await ask([phone(99)], as('ana'))).toMatchObject([{ code: 'instance_unavailable' }])
    const lines = await ask([1, 2, 3, 4, 5, 6].map(phone), as('bo'))
    // Known, because Ana asked; known, because Bo did; unknown. The first of each pair is forbidden.
    for (const [forbidden, allowed] of [
      [1, 2],
      [3, 4],
      [5, 6],
    ] as const) {
      expect(told(lines, phone(forbidden))).toEqual(told(lines, phone(allowed)))
    }
    expect(told(lines, phone(1))).toMatchObject({ status: 'none' })
    expect(told(lines, phone(3))).toMatchObject({ status: 'none' })
    expect(told(lines, phone(5))).toMatchObject({ code: 'instance_unavailable' })
  })

  it.each([
    [false, ['forbidden', 'upstream_credentials']],
    [true, ['upstream_credentials', 'upstream_credentials']],
  ])('of a number without credentials, concealed: %s', async (concealAccounts, codes) => {
    const { ask } = await createHarness({
      authorize: evenForBo,
      concealAccounts,
      secret: 'a secret of at least thirty-two characters',
      resolveInstance: () => 'one',
      credentialsFor: () => Promise.reject(new Error('no such number')),
    })
    const lines = await ask([phone(1), phone(2)], as('bo'))
    expect(lines.map((line) => (line.status === 'error' ? line.code : line.status))).toEqual(codes)
  })
})

describe('budgets', () => {
  it('take a chat for a new one when the time has passed for which it was paid', async () => {
    const { ask, clock } = await createHarness({ budgets: budgetOf(1) })
    await ask([phone(1)])
    await clock.advance(3_600_000)
    expect(await ask([phone(2)])).toMatchObject([{ status: 'none' }])
    expect(await ask([phone(1)])).toMatchObject([{ code: 'rate_limited' }])
  })

  it('do not take a user whose name is an address for that address', async () => {
    const { ask } = await createHarness({
      budgets: budgetOf(1),
      authorize: ({ headers }) => {
        const subject = headers.get('x-user')
        return subject === null ? true : { subject }
      },
    })
    expect(await ask([phone(1)])).toMatchObject([{ status: 'none' }])
    expect(await ask([phone(2)])).toMatchObject([{ code: 'rate_limited' }])
    expect(await ask([phone(2)], as('203.0.113.7'))).toMatchObject([{ status: 'none' }])
    expect(await ask([phone(1)], as('address 203.0.113.7'))).toMatchObject([{ status: 'none' }])
  })

  it('hold for requests that come at one moment', async () => {
    const { post } = await createHarness({ budgets: { requests: { points: 5, perSeconds: 60 } } })
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await post(['null@c.us'])).status),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(5)
    const chats = await createHarness({ budgets: budgetOf(5) })
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => (await chats.post([phone(n)], { waitMs: 0 })).text()),
    )
    expect(answers.filter((text) => text.includes('rate_limited'))).toHaveLength(15)
  })
})

describe('budgets of many numbers', () => {
  async function manyNumbers(options: Parameters<typeof createHarness>[0]) {
    const { simulator, handler } = await createHarness({}, { ratePerSecond: Infinity })
    handler.close()
    const { idInstance, apiToken } = simulator
    return createHarness({
      secret: 'a secret of at least thirty-two characters',
      authorize: ({ headers }) => ({ subject: headers.get('x-user') ?? '' }),
      resolveInstance: ({ headers }) => headers.get('x-tenant') ?? '',
      credentialsFor: (id) =>
        id.startsWith('made up') ? Promise.reject(new Error('unknown')) : { idInstance, apiToken },
      fetch: simulator.fetch,
      ...options,
    })
  }

  it('count a name for each number apart, and no two that only look alike as one', async () => {
    const { ask, handler } = await manyNumbers({ budgets: budgetOf(1) })
    const who = [as('ana', 'one'), as('ana', 'two'), as('x subject y', 'a'), as('y', 'a subject x')]
    for (const { headers } of who) await collect(handler.lookup([], { instance: headers['x-tenant'] }))
    // Other chats each: one that was paid for would cost nothing.
    for (const [n, one] of who.entries())
      expect(await ask([phone(n)], one)).toMatchObject([{ status: 'none' }])
    for (const one of who) expect(await ask([phone(9)], one)).toMatchObject([{ code: 'rate_limited' }])
  })

  it('give nobody more requests for numbers that do not exist', async () => {
    const { post } = await manyNumbers({ budgets: { requests: { points: 3, perSeconds: 60 } } })
    const statusFor = async (tenant: string) => (await post([phone(1)], as('ana', tenant))).status
    for (const n of [1, 2, 3]) expect(await statusFor(`made up ${n}`)).toBe(200)
    expect(await statusFor('made up 4')).toBe(429)
  })

  it('count an address for all numbers together', async () => {
    const { post, handler } = await manyNumbers({
      authorize: () => true,
      budgets: { requests: { points: 2, perSeconds: 60 } },
    })
    for (const instance of ['one', 'two', 'three']) await collect(handler.lookup([], { instance }))
    const statusFor = async (tenant: string) => (await post(['null@c.us'], as('', tenant))).status
    expect(await statusFor('one')).toBe(200)
    expect(await statusFor('two')).toBe(200)
    expect(await statusFor('three')).toBe(429)
  })
})
