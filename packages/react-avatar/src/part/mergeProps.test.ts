import { expect, test } from 'vitest'
import { mergeProps } from './mergeProps.js'

test('default: theirs wins, undefined does not', () => {
  expect(mergeProps({ a: 1, b: 2, c: 3 }, { a: 4, b: undefined, d: null })).toEqual({
    a: 4,
    b: 2,
    c: 3,
    d: null,
  })
})

test('class names join and styles merge', () => {
  expect(
    mergeProps(
      { className: 'a', style: { color: 'red', top: 1 } },
      { className: 'b', style: { color: 'blue' } },
    ),
  ).toEqual({ className: 'a b', style: { color: 'blue', top: 1 } })
  expect(mergeProps({ className: 'a' }, { className: undefined })).toEqual({ className: 'a' })
  expect(mergeProps({}, { className: 'b' })).toEqual({ className: 'b' })
})

test('handlers both run, theirs first, with all arguments', () => {
  const calls: unknown[] = []
  const { onLoad } = mergeProps(
    { onLoad: (...args: unknown[]) => calls.push(['ours', ...args]) },
    { onLoad: (...args: unknown[]) => calls.push(['theirs', ...args]) },
  )
  Reflect.apply(Object(onLoad), undefined, [1, 2])
  expect(calls).toEqual([
    ['theirs', 1, 2],
    ['ours', 1, 2],
  ])
})

test('changes neither', () => {
  const ours = Object.freeze({ className: 'a', style: Object.freeze({ top: 1 }) })
  const theirs = Object.freeze({ className: 'b', style: Object.freeze({ top: 2 }) })
  expect(mergeProps(ours, theirs)).toEqual({ className: 'a b', style: { top: 2 } })
})
