import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/fakeClock.js'
import { type Refusal, createBreaker } from './breaker.js'
import { type Job, createDispatcher } from './dispatcher.js'
import { createSlidingWindow } from './slidingWindow.js'

interface TestJob extends Job {
  readonly name: string
  wanted: boolean
}

function start(maxQueued = 100) {
  const clock = createFakeClock()
  const limiter = createSlidingWindow({ clock, limit: 10, windowMs: 1_000, recoverMs: 10_000 })
  const breaker = createBreaker({
    clock,
    failuresToOpen: 1,
    minProbeMs: 5_000,
    maxProbeMs: 60_000,
    onChange: () => {},
  })
  const dispatcher = createDispatcher({ clock, limiter, breaker, maxQueued })
  const started: { readonly name: string; readonly atMs: number }[] = []
  const refused: { readonly name: string; readonly code: Refusal['code'] }[] = []
  const dropped: string[] = []
  const beganMs = clock.now()
  const job = (name: string, how: Partial<TestJob> = {}): TestJob => ({
    name,
    subject: 'a',
    request: undefined,
    background: false,
    wanted: true,
    isWanted() {
      return this.wanted
    },
    start(onSent) {
      onSent()
      started.push({ name, atMs: clock.now() - beganMs })
    },
    refuse: ({ code }) => refused.push({ name, code }),
    drop: () => dropped.push(name),
    ...how,
  })
  return { clock, breaker, dispatcher, job, started, refused, dropped }
}

describe('createDispatcher', () => {
  it('starts ten at once and each further one a second after the tenth before it', async () => {
    const { clock, dispatcher, job, started } = start()
    const request = {}
    for (let n = 0; n < 25; n += 1) dispatcher.submit(job(String(n), { request }))
    await clock.advance(0)
    expect(started).toHaveLength(10)
    await clock.advance(10_000)
    expect(started.map(({ atMs }) => atMs)).toEqual([
      ...Array<number>(10).fill(0),
      ...Array<number>(10).fill(1_000),
      ...Array<number>(5).fill(2_000),
    ])
  })

  it('takes a place at the last moment: who comes last and is newest goes next', async () => {
    const { clock, dispatcher, job, started } = start()
    for (let n = 0; n < 20; n += 1) dispatcher.submit(job(`old ${n}`))
    await clock.advance(900)
    dispatcher.submit(job('just scrolled to'))
    await clock.advance(100)
    expect(started.slice(10).map(({ name }) => name)).toContain('just scrolled to')
  })

  it('drops who left before it costs a call, and gives the place to the next', async () => {
    const { clock, dispatcher, job, started, dropped } = start()
    const jobs = Array.from({ length: 30 }, (_, n) => job(String(n)))
    for (const one of jobs) dispatcher.submit(one)
    await clock.advance(0)
    for (const one of jobs) one.wanted = false
    dispatcher.submit(job('stays'))
    await clock.advance(1_000)
    expect(started).toHaveLength(11)
    expect(started.at(-1)?.name).toBe('stays')
    expect(dropped).toHaveLength(20)
  })

  it('holds one timer, however many wait', async () => {
    const { clock, dispatcher, job } = start()
    for (let n = 0; n < 90; n += 1) dispatcher.submit(job(String(n)))
    await clock.advance(10)
    expect(clock.timers).toBe(1)
  })

  it('refuses with overloaded when full', async () => {
    const { clock, dispatcher, job, refused } = start(12)
    for (let n = 0; n < 15; n += 1) dispatcher.submit(job(String(n)))
    await clock.advance(0)
    expect(refused.map(({ code }) => code)).toEqual(['overloaded', 'overloaded', 'overloaded'])
  })

  it('answers everything that waits when the breaker opens, and at once after that', async () => {
    const { clock, breaker, dispatcher, job, refused, started } = start()
    for (let n = 0; n < 15; n += 1) dispatcher.submit(job(String(n)))
    await clock.advance(0)
    breaker.failed('upstream_failed')
    await clock.advance(1_000)
    expect(refused).toHaveLength(5)
    dispatcher.submit(job('later'))
    expect(refused.at(-1)).toEqual({ name: 'later', code: 'upstream_failed' })
    await clock.advance(5_000)
    dispatcher.submit(job('probe'))
    dispatcher.submit(job('beside it'))
    await clock.advance(0)
    expect(started).toHaveLength(11)
    expect(refused.at(-1)?.code).toBe('upstream_failed')
  })

  it('brings a background job forward when somebody waits for it', async () => {
    const { clock, dispatcher, job, started } = start()
    for (let n = 0; n < 12; n += 1) dispatcher.submit(job(`seen ${n}`))
    const renewal = job('renewal', { background: true })
    dispatcher.submit(renewal)
    await clock.advance(0)
    dispatcher.submit(job('seen later'))
    dispatcher.promote(renewal)
    await clock.advance(1_000)
    expect(started[10]?.name).toBe('renewal')
    expect(dispatcher.stats().queuedBackground).toBe(0)
  })

  it('refuses what waits and what comes when it closes', async () => {
    const { clock, dispatcher, job, refused } = start()
    for (let n = 0; n < 11; n += 1) dispatcher.submit(job(String(n)))
    await clock.advance(0)
    dispatcher.close()
    dispatcher.submit(job('too late'))
    expect(refused).toHaveLength(2)
    expect(clock.timers).toBe(0)
  })
})
