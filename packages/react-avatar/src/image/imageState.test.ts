import { expect, test } from 'vitest'
import { nextImageStatus } from './imageState.js'
import type { ImageEvent, ImageStatus } from './imageState.js'

const ROWS: [ImageStatus, Record<ImageEvent, ImageStatus>][] = [
  ['idle', { url: 'loading', clear: 'idle', load: 'loaded', error: 'error' }],
  ['loading', { url: 'loading', clear: 'idle', load: 'loaded', error: 'error' }],
  ['loaded', { url: 'swapping', clear: 'idle', load: 'loaded', error: 'error' }],
  ['swapping', { url: 'swapping', clear: 'idle', load: 'loaded', error: 'error' }],
  ['error', { url: 'loading', clear: 'idle', load: 'loaded', error: 'error' }],
]

test.each(ROWS)('from %s', (status, row) => {
  const events: ImageEvent[] = ['url', 'clear', 'load', 'error']
  expect(Object.fromEntries(events.map((event) => [event, nextImageStatus(status, event)]))).toEqual(row)
})
