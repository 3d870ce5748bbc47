import { describe, expect, it } from 'vitest'
import { createTimeWords, saySpan } from './time.js'

describe('createTimeWords', () => {
  const now = Date.UTC(2026, 2, 10, 14, 32)
  const words = createTimeWords(now, 'en-GB', 'UTC')

  it('says how long ago in the fewest words', () => {
    expect(words.short(Date.UTC(2026, 2, 10, 9, 5))).toBe('09:05')
    expect(words.short(Date.UTC(2026, 2, 9, 23, 59))).toBe('Yesterday')
    expect(words.short(Date.UTC(2026, 2, 6, 12))).toBe('Fri')
    expect(words.short(Date.UTC(2026, 0, 20, 12))).toBe('20 Jan')
    expect(words.short(Date.UTC(2025, 2, 20, 12))).toBe('20 Mar 2025')
  })

  it('names days', () => {
    expect(words.day(now)).toBe('Today')
    expect(words.day(Date.UTC(2026, 2, 8))).toBe('Sunday 8 March')
  })

  it('has one key a day', () => {
    expect(words.dayKey(Date.UTC(2026, 2, 10))).toBe(words.dayKey(now))
    expect(words.dayKey(Date.UTC(2026, 2, 9, 23))).not.toBe(words.dayKey(now))
  })
})

it('saySpan rounds to what a person would say', () => {
  expect(saySpan(20_000)).toBe('1 minute')
  expect(saySpan(50 * 60_000)).toBe('50 minutes')
  expect(saySpan(12 * 3_600_000)).toBe('about 12 hours')
  expect(saySpan(7 * 86_400_000)).toBe('about 7 days')
})
