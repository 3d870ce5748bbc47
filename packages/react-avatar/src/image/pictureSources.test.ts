import { expect, test } from 'vitest'
import { pictureSources } from './pictureSources.js'

const OFFERED = [48, 96, 192, 384]

test('default: the smallest widths that cover the box at density 1 and 2', () => {
  expect(pictureSources('/p/a', OFFERED, 40)).toEqual({
    src: '/p/a?size=48',
    srcSet: '/p/a?size=48 1x, /p/a?size=96 2x',
  })
})

test('a width that is offered is taken as it is', () => {
  expect(pictureSources('/p/a', OFFERED, 48).srcSet).toBe('/p/a?size=48 1x, /p/a?size=96 2x')
  expect(pictureSources('/p/a', OFFERED, 49).srcSet).toBe('/p/a?size=96 1x, /p/a?size=192 2x')
})

test('nothing larger than what is offered', () => {
  expect(pictureSources('/p/a', OFFERED, 500)).toEqual({ src: '/p/a?size=384' })
  expect(pictureSources('/p/a', [96], 40)).toEqual({ src: '/p/a?size=96' })
})

test('a backend that does not scale gets its url back', () => {
  expect(pictureSources('https://pps.whatsapp.net/x.jpg?oe=1', undefined, 40)).toEqual({
    src: 'https://pps.whatsapp.net/x.jpg?oe=1',
  })
  expect(pictureSources('/p/a', [], 40)).toEqual({ src: '/p/a' })
})

test('a url with a query keeps it', () => {
  expect(pictureSources('/p/a?v=2', [48], 40).src).toBe('/p/a?v=2&size=48')
})

test('without a width in pixels the browser chooses', () => {
  expect(pictureSources('/p/a', [48, 96], '3rem')).toEqual({
    sizes: '3rem',
    srcSet: '/p/a?size=48 48w,/p/a?size=96 96w',
    src: '/p/a?size=48',
  })
  expect(pictureSources('/p/a', [48, 96], null).sizes).toBe('auto, 96px')
})

test.each(['100%', 'var(--mine)', 'min(100%, 40px)', 'calc(1em + 2px)', 'clamp(2rem, 5vw, 4rem)'])(
  'nor does it get a length that `sizes` may not understand: %s',
  (size) => {
    expect(pictureSources('/p/a', [48, 96], size).sizes).toBe('auto, 96px')
  },
)
