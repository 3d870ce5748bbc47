import { expect, test } from 'vitest'
import { nextImageStatus } from './imageState.js'
import type { ImageEvent, ImageStatus } from './imageState.js'

const ROWS: [ImageStatus, Record<ImageEvent, ImageStatus>][] = [
  ['idle', { url: 'loading', idle: 'idle', loaded: 'loaded', error: 'error' }],
  ['loading', { url: 'loading', idle: 'idle', loaded: 'loaded', error: 'error' }],
  ['loaded', { url: 'swapping', idle: 'idle', loaded: 'loaded', error: 'error' }],
  ['swapping', { url: 'swapping', idle: 'idle', loaded: 'loaded', error: 'error' }],
  ['error', { url: 'loading', idle: 'idle', loaded: 'loaded', error: 'error' }],
]

test.each(ROWS)('from %s', (status, row) => {
  const events: ImageEvent[] = ['url', 'idle', 'loaded', 'error']
  expect(Object.fromEntries(events.map((event) => [event, nextImageStatus(status, event)]))).toEqual(row)
})
