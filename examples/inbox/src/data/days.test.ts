import { expect, it } from 'vitest'
import type { Message } from './conversation.js'
import { groupByDay } from './days.js'
import { createTimeWords } from './time.js'

const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 2, day, hour, minute)
const times = createTimeWords(at(10, 18), 'en-GB', 'UTC')
const message = (time: number, senderId?: string): Message => ({
  id: `${time}`,
  text: '…',
  at: time,
  mine: senderId === undefined,
  senderId,
})

it('cuts a conversation into days', () => {
  const days = groupByDay(
    [message(at(8, 9)), message(at(9, 9)), message(at(9, 10)), message(at(10, 9))],
    times,
  )
  expect(days.map(({ label, messages }) => [label, messages.length])).toEqual([
    ['Sunday 8 March', 1],
    ['Yesterday', 2],
    ['Today', 1],
  ])
})

it('finds where a run of one person begins and ends', () => {
  const messages = [
    message(at(10, 9), 'a'),
    message(at(10, 9, 2), 'a'),
    message(at(10, 9, 4), 'b'),
    message(at(10, 9, 5)),
  ]
  const placed = groupByDay(messages, times).flatMap((day) => day.messages)
  expect(placed.map(({ first, last }) => [first, last])).toEqual([
    [true, false],
    [false, true],
    [true, true],
    [true, true],
  ])
})

it('begins a new run after half an hour', () => {
  const placed = groupByDay([message(at(10, 9)), message(at(10, 10))], times).flatMap((day) => day.messages)
  expect(placed.every(({ first, last }) => first && last)).toBe(true)
})
