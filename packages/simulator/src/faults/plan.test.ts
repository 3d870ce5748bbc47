import { expect, test } from 'vitest'
import { createRandom } from '../random.js'
import { createFaultPlan } from './plan.js'
import type { Fault, FaultPlan } from './plan.js'

function planOf(...faults: Fault[]): FaultPlan {
  const plan = createFaultPlan(createRandom('plan'))
  plan.set(faults)
  return plan
}

test('a fault without narrowing happens to every call that its kind fits', () => {
  const plan = planOf({ kind: 'hang' })
  expect(plan.choose('getAvatar', undefined)).toEqual({ kind: 'hang', delayMs: 3_000 })
  expect(plan.choose('checkWhatsapp', 'x')?.kind).toBe('hang')
  expect(plan.choose('picture', 'x')).toBeUndefined()
})

test('chatId and method narrow it', () => {
  const plan = planOf({ kind: 'hang', chatId: 'a', method: 'checkWhatsapp' })
  expect(plan.choose('checkWhatsapp', 'a')).toBeDefined()
  expect(plan.choose('checkWhatsapp', 'b')).toBeUndefined()
  expect(plan.choose('getAvatar', 'a')).toBeUndefined()
})

test('times counts the calls it happened to', () => {
  const plan = planOf({ kind: 'url_null', times: 2, chatId: 'a' })
  const chosen = ['a', 'b', 'a', 'a'].map((chatId) => plan.choose('getAvatar', chatId) !== undefined)
  expect(chosen).toEqual([true, false, true, false])
})

test('share is the share of the calls, the same ones for the same seed', () => {
  const draw = (): boolean[] => {
    const plan = planOf({ kind: 'hang', share: 0.3 })
    return Array.from({ length: 2_000 }, () => plan.choose('getAvatar', 'a') !== undefined)
  }
  const hits = draw()
  expect(hits.filter(Boolean).length / hits.length).toBeCloseTo(0.3, 1)
  expect(draw()).toEqual(hits)
})

test('the first fault that fits wins; set replaces all', () => {
  const plan = planOf({ kind: 'hang', times: 1 }, { kind: 'bad_gateway' })
  expect([plan.choose('getAvatar', 'a')?.kind, plan.choose('getAvatar', 'a')?.kind]).toEqual([
    'hang',
    'bad_gateway',
  ])
  plan.set([])
  expect(plan.choose('getAvatar', 'a')).toBeUndefined()
})

test.each([
  [{ kind: 'hang', share: -0.1 }, /share of fault hang must be from 0 to 1/],
  [{ kind: 'hang', times: 1.5 }, /times of fault hang/],
  [{ kind: 'slow', delayMs: -1 }, /delayMs of fault slow/],
  [{ kind: 'picture_gone', method: 'getAvatar' }, /picture_gone cannot happen to getAvatar/],
  [JSON.parse('{"kind":"toString"}'), /there is no fault "toString"/],
])('%j is refused', (fault: Fault, message) => {
  expect(() => planOf(fault)).toThrow(message)
})
