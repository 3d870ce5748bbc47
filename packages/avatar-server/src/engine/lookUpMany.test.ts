import { getEventListeners } from 'node:events'
import { expect, it } from 'vitest'
import { collect, createHarness, whileAdvancing } from '../../test/harness.js'

it('default: what is known comes first, and nothing is left behind: no timer, no listener, no place', async () => {
  const { ask, handler, ids, clock } = await createHarness()
  const [warm = '', ...cold] = ids(20)
  await ask([warm])
  const { signal } = new AbortController()
  const answers = await whileAdvancing(clock, collect(handler.lookup([...cold, warm], { signal })))
  expect(answers.map(({ chatId }) => chatId)[0]).toBe(warm)
  expect(answers).toHaveLength(20)
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  expect(clock.timers).toBe(0)
  expect(Object.values(handler.stats().instances)[0]?.lookUps).toBe(0)
})

it('leaves nothing behind when its time is up, or when it is left early, either', async () => {
  const { handler, ids, clock } = await createHarness({}, { latencyMs: 500 })
  const { signal } = new AbortController()
  await whileAdvancing(clock, collect(handler.lookup(ids(20), { signal, maxWaitMs: 100 })))
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  for await (const answer of handler.lookup(['null@c.us', ...ids(40).slice(20)], { signal })) {
    expect(answer.status).toBe('error')
    break
  }
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  await clock.advance(20_000)
  expect(clock.timers).toBe(0)
})

it('asks nobody for a caller who has left already', async () => {
  const { handler, ids, clock, simulator } = await createHarness()
  const reason = new Error('left')
  await expect(collect(handler.lookup(ids(20), { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason)
  await clock.advance(5_000)
  expect(simulator.calls).toHaveLength(0)
})

it('answers from the cache alone though a refresh is asked for', async () => {
  const { ask, handler, ids, clock, simulator } = await createHarness()
  const [id = ''] = ids(1)
  const known = await ask([id])
  await clock.advance(61_000)
  const [answer] = await collect(handler.lookup([id], { maxWaitMs: 0, refresh: [id] }))
  expect(answer?.status).toBe(known[0]?.status)
  expect(simulator.calls).toHaveLength(1)
})
