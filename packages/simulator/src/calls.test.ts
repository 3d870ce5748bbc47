import { expect, test } from 'vitest'
import { createCallLog, peakCalls } from './calls.js'
import type { Call } from './calls.js'

const at = (...times: number[]): Call[] =>
  times.map((time) => ({ method: 'getAvatar', at: time, status: 200 }))

test('peakCalls finds the busiest sliding window', () => {
  expect(peakCalls([])).toBe(0)
  expect(peakCalls(at(0, 999))).toBe(2)
  expect(peakCalls(at(0, 1_000))).toBe(1)
  expect(peakCalls(at(0, 500, 900, 1_200, 1_400, 3_000))).toBe(4)
  expect(peakCalls(at(1_400, 0, 900, 500, 1_200))).toBe(4)
  expect(peakCalls(at(0, 500, 900, 1_200, 1_400), { windowMs: 600 })).toBe(3)
})

test('peakCalls counts one method', () => {
  const calls: Call[] = [...at(0, 1), { method: 'checkWhatsapp', at: 2, status: 200 }]
  expect([peakCalls(calls), peakCalls(calls, { method: 'checkWhatsapp' })]).toEqual([2, 1])
})

test('the log keeps at least its limit and at most twice as many', () => {
  const log = createCallLog(10)
  for (let index = 0; index < 1_000; index += 1) {
    log.open('getAvatar', index)
    expect(log.calls.length).toBeLessThanOrEqual(20)
    expect(log.calls.length).toBeGreaterThanOrEqual(Math.min(10, index + 1))
    expect(log.calls.at(-1)?.at).toBe(index)
  }
})
