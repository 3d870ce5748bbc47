import { expect, test } from 'vitest'
import { decodeGreenApiAvatar } from './decodeGreenApiAvatar.js'

const HOUR_MS = 3_600_000
const NOW = Date.UTC(2026, 0, 1)
const linkThatDiesIn = (ms: number): string =>
  `https://pps.whatsapp.net/a/b.jpg?oe=${Math.floor((NOW + ms) / 1000).toString(16)}`
const freshForMsOf = (urlAvatar: string): number =>
  decodeGreenApiAvatar({ urlAvatar }, { now: () => NOW }).freshForMs

test('default: a link is used as it is', () => {
  const urlAvatar = linkThatDiesIn(48 * HOUR_MS)
  expect(decodeGreenApiAvatar({ urlAvatar, base64Avatar: '/9j/4AAQ' })).toMatchObject({
    status: 'found',
    url: urlAvatar,
  })
})

test.each([
  [48 * HOUR_MS, 12 * HOUR_MS],
  [12 * HOUR_MS, 12 * HOUR_MS - 300_000],
  [HOUR_MS, 55 * 60_000],
  [10 * 60_000 + 30_000, 5 * 60_000],
  [5 * 60_000, 60_000],
  [1000, 60_000],
  [-1000, 12 * HOUR_MS],
])('a link that dies in %i ms is fresh for %i ms', (leftMs, freshForMs) => {
  expect(freshForMsOf(linkThatDiesIn(leftMs))).toBe(freshForMs)
})

test('a link that does not say when it dies is fresh for 12 h', () => {
  expect(freshForMsOf('https://pps.whatsapp.net/a/b.jpg')).toBe(12 * HOUR_MS)
})

test('bytes without a link become a data: url', () => {
  expect(decodeGreenApiAvatar({ urlAvatar: '', base64Avatar: '/9j/4AAQ' })).toEqual({
    status: 'found',
    url: 'data:image/jpeg;base64,/9j/4AAQ',
    freshForMs: 12 * HOUR_MS,
  })
})

test.each([
  [{ urlAvatar: '', available: true }, 'none', 6],
  [{ urlAvatar: '', available: false }, 'hidden', 24],
  [{ urlAvatar: '', existsWhatsapp: false }, 'no_account', 24],
])('%o is %s for %i h', (body, status, hours) => {
  expect(decodeGreenApiAvatar(body)).toEqual({ status, freshForMs: hours * HOUR_MS })
})

test('a failed status fails', () => {
  expect(() => decodeGreenApiAvatar({ urlAvatar: '' }, { status: 429 })).toThrow(
    expect.objectContaining({ code: 'rate_limited' }),
  )
})
