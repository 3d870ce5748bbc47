import { expect, test } from 'vitest'
import { mergeProps } from './mergeProps.js'

const STATE = { status: 'found' }

test('default: theirs wins, undefined does not', () => {
  const ours = { a: 1, b: 2, c: 3 }
  expect(mergeProps(ours, { a: 4, b: undefined, d: null }, STATE)).toBe(ours)
  expect(ours).toEqual({ a: 4, b: 2, c: 3, d: null })
})

test('class names join and styles merge', () => {
  expect(
    mergeProps(
      { className: 'a', style: { color: 'red', top: 1 } },
      { className: 'b', style: { color: 'blue' } },
      STATE,
    ),
  ).toEqual({ className: 'a b', style: { color: 'blue', top: 1 } })
  expect(mergeProps({ className: 'a' }, { className: undefined }, STATE)).toEqual({ className: 'a' })
  expect(mergeProps({}, { className: 'b' }, STATE)).toEqual({ className: 'b' })
})

test('handlers both run, theirs first, with all arguments', () => {
  const calls: unknown[] = []
  const { onLoad } = mergeProps(
    { onLoad: (...args: unknown[]) => calls.push(['ours', ...args]) },
    { onLoad: (...args: unknown[]) => calls.push(['theirs', ...args]) },
    STATE,
  )
  Reflect.apply(Object(onLoad), undefined, [1, 2])
  expect(calls).toEqual([
    ['theirs', 1, 2],
    ['ours', 1, 2],
  ])
})

test('a class or a style may be a function of the state, and say nothing', () => {
  expect(
    mergeProps(
      { className: 'a', style: { top: 1 } },
      {
        className: ({ status }: typeof STATE) => status,
        style: () => ({ top: 2 }),
      },
      STATE,
    ),
  ).toEqual({ className: 'a found', style: { top: 2 } })
  expect(mergeProps({ className: 'a' }, { className: () => undefined }, STATE)).toEqual({ className: 'a' })
})

test('theirs stays as it is, and so does our style', () => {
  const top = Object.freeze({ top: 1 })
  const theirs = Object.freeze({ className: 'b', style: Object.freeze({ top: 2 }) })
  expect(mergeProps({ className: 'a', style: top }, theirs, STATE)).toEqual({
    className: 'a b',
    style: { top: 2 },
  })
})
