import { expect, test } from 'vitest'
import { nextImageStatus } from './imageState.js'
import type { ImageStatus } from './imageState.js'

const AFTER: readonly { status: ImageStatus; url: ImageStatus; none: ImageStatus }[] = [
  { status: 'idle', url: 'loading', none: 'idle' },
  { status: 'loading', url: 'loading', none: 'idle' },
  { status: 'loaded', url: 'swapping', none: 'idle' },
  { status: 'swapping', url: 'swapping', none: 'idle' },
  { status: 'error', url: 'loading', none: 'idle' },
]

test.each(AFTER)('from $status: $url with another url, $none without one', ({ status, url, none }) => {
  expect(nextImageStatus(status, '/b.jpg')).toBe(url)
  expect(nextImageStatus(status, undefined)).toBe(none)
  expect(nextImageStatus(status, '')).toBe(none)
})
