import { expect, it } from 'vitest'
import { createFakeClock } from '../../test/fakeClock.js'
import { createHarness } from '../../test/harness.js'
import { jpegBytes, transportOf } from '../pictures/pictures.kit.js'
import { createSteadyClock } from './steadyClock.js'

const HOUR = 3_600_000

it('default: tells the time of its clock, and goes on from there when that is set back', () => {
  const clock = createFakeClock(1_000_000)
  const steady = createSteadyClock(clock)
  expect(steady.now()).toBe(1_000_000)
  clock.jump(500)
  expect(steady.now()).toBe(1_000_500)
  clock.jump(-HOUR)
  expect(steady.now()).toBe(1_000_500)
  clock.jump(500)
  expect(steady.now()).toBe(1_001_000)
  clock.jump(HOUR)
  expect(steady.now()).toBe(1_001_000 + HOUR)
})

it('keeps rates, pauses, budgets and back-offs as short as they are when the clock is set back a day', async () => {
  const { ask, clock, simulator, handler } = await createHarness(
    { budgets: { chatIds: { points: 3, perSeconds: 60 } }, breaker: { failuresToOpen: 1 } },
    { ratePerSecond: Infinity },
  )
  const lane = () => Object.values(handler.stats().instances)[0]?.getAvatar
  simulator.setFaults([{ kind: 'rate_limited', times: 1 }])
  expect(await ask(['5521900000001@c.us'])).toMatchObject([{ status: 'none' }])
  simulator.setFaults([{ kind: 'bad_gateway' }])
  expect(await ask(['5521900000002@c.us'])).toMatchObject([{ code: 'upstream_failed' }])
  await ask(['5521900000003@c.us'])
  expect(await ask(['5521900000004@c.us'])).toMatchObject([{ code: 'rate_limited' }])
  expect(lane()?.breaker).toMatchObject({ state: 'open' })
  simulator.setFaults([])
  clock.jump(-24 * HOUR)
  expect(lane()?.breaker).toMatchObject({ state: 'open' })
  await clock.advance(61_000)
  // The first is the breaker's probe.
  expect(await ask(['5521900000002@c.us'])).toMatchObject([{ status: 'none' }])
  expect(await ask(['5521900000004@c.us'])).toMatchObject([{ status: 'none' }])
  expect(lane()?.breaker).toEqual({ state: 'closed' })
})

it('gives picture urls that open, after the clock was set back too', async () => {
  const { ask, get, clock, simulator } = await createHarness(
    { transport: transportOf(jpegBytes()) },
    { pictureBaseUrl: 'https://pps.whatsapp.net' },
  )
  const found = simulator.contacts.find(({ outcome }) => outcome === 'found')?.chatId ?? ''
  const open = async (): Promise<number> => {
    const [answer] = await ask([found])
    const response = await get(`/${answer?.status === 'found' ? answer.url : ''}`)
    await response.arrayBuffer()
    return response.status
  }
  expect(await open()).toBe(200)
  clock.jump(-72 * HOUR)
  expect(await open()).toBe(200)
})
