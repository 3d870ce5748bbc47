import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/fakeClock.js'
import { createSlidingWindow } from './slidingWindow.js'

const LIMIT = 10
const WINDOW_MS = 1_000

function limiterOn(clock = createFakeClock()) {
  return {
    clock,
    limiter: createSlidingWindow({ clock, limit: LIMIT, windowMs: WINDOW_MS, recoverMs: 5_000 }),
  }
}

/** The most starts in any window, its ends included at one side. */
function peak(starts: readonly number[], windowMs: number): number {
  return Math.max(
    0,
    ...starts.map((from) => starts.filter((at) => at >= from && at < from + windowMs).length),
  )
}

describe('createSlidingWindow', () => {
  it('lets the limit start at once, and the next one exactly a window after the first', () => {
    const { clock, limiter } = limiterOn()
    for (let start = 0; start < LIMIT; start += 1) {
      expect(limiter.waitMs()).toBe(0)
      limiter.take()()
    }
    expect(limiter.waitMs()).toBe(WINDOW_MS)
    clock.jump(WINDOW_MS - 1)
    expect(limiter.waitMs()).toBe(1)
    clock.jump(1)
    expect(limiter.waitMs()).toBe(0)
  })

  it('never exceeds the limit in any sliding window, whenever it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 }), (pauses) => {
        const { clock, limiter } = limiterOn()
        const starts: number[] = []
        for (const pause of pauses) {
          clock.jump(pause)
          if (limiter.waitMs() > 0) continue
          limiter.take()()
          starts.push(clock.now())
        }
        expect(peak(starts, WINDOW_MS)).toBeLessThanOrEqual(LIMIT)
      }),
    )
  })

  it('makes up for starts that came late: waiting exactly as told fills the limit', () => {
    const { clock, limiter } = limiterOn()
    const starts: number[] = []
    for (let start = 0; start < 300; start += 1) {
      // Every timer fires 40 ms late.
      const waitMs = limiter.waitMs()
      if (waitMs > 0) clock.jump(waitMs + 40)
      limiter.take()()
      starts.push(clock.now())
    }
    const tookMs = (starts.at(-1) ?? 0) - (starts[0] ?? 0)
    expect(tookMs).toBeLessThanOrEqual(29 * (WINDOW_MS + 40))
    expect(peak(starts, WINDOW_MS)).toBe(LIMIT)
  })

  it('pauses and halves the limit after a complaint, and grows back one by one', () => {
    const { clock, limiter } = limiterOn()
    limiter.slowDown(1_000)
    limiter.slowDown(1_000)
    expect(limiter.stats()).toEqual({ limit: 5, pausedMs: 1_000 })
    expect(limiter.waitMs()).toBe(1_000)
    clock.jump(5_000)
    expect(limiter.waitMs()).toBe(0)
    expect(limiter.stats().limit).toBe(6)
    clock.jump(60_000)
    limiter.waitMs()
    expect(limiter.stats().limit).toBe(LIMIT)
  })

  it('never goes below one start in a window', () => {
    const { clock, limiter } = limiterOn()
    for (let complaint = 0; complaint < 9; complaint += 1) {
      limiter.slowDown(10)
      clock.jump(10)
    }
    expect(limiter.stats().limit).toBe(1)
  })

  it('does not stall when the clock is set back', () => {
    const { clock, limiter } = limiterOn()
    for (let start = 0; start < LIMIT; start += 1) limiter.take()()
    clock.jump(-3_600_000)
    expect(limiter.waitMs()).toBe(WINDOW_MS)
    clock.jump(WINDOW_MS)
    expect(limiter.waitMs()).toBe(0)
  })

  it('counts a call from when its request was out, not from when it was begun', () => {
    const { clock, limiter } = limiterOn()
    const sent = Array.from({ length: LIMIT }, () => limiter.take())
    clock.jump(5_000)
    expect(limiter.waitMs()).toBe(WINDOW_MS)
    for (const out of sent) out()
    clock.jump(300)
    for (const out of sent) out()
    expect(limiter.waitMs()).toBe(WINDOW_MS - 300)
  })
})
