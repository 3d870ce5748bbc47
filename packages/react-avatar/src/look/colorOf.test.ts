import { expect, test } from 'vitest'
import { colorOf } from './colorOf.js'

test('default: the same chat has the same colour', () => {
  expect(colorOf('5521999990000@c.us')).toBe(colorOf('5521999990000@c.us'))
})

test('all twelve colours are used about equally, also by numbers in a row', () => {
  const counts = new Map<number, number>()
  for (let index = 0; index < 12_000; index++) {
    const color = colorOf(`${5521999990000 + index}@c.us`)
    counts.set(color, (counts.get(color) ?? 0) + 1)
  }
  expect([...counts.keys()].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
})
