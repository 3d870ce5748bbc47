import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sniffPictureType } from './sniffPictureType.js'

const square = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } })
const text = (value: string): Uint8Array => new TextEncoder().encode(value)

test('default: real pictures are told by their first bytes', async () => {
  expect(sniffPictureType(await square().jpeg().toBuffer())).toBe('image/jpeg')
  expect(sniffPictureType(await square().png().toBuffer())).toBe('image/png')
  expect(sniffPictureType(await square().webp().toBuffer())).toBe('image/webp')
  expect(sniffPictureType(await square().gif().toBuffer())).toBe('image/gif')
  expect(sniffPictureType(await square().avif().toBuffer())).toBe('image/avif')
})

test('an avif that only lists its brand counts, another file of that family does not', () => {
  const box = (brands: string) => text(`\0\0\0\u0020ftypmif1\0\0\0\0${brands}`)
  expect(sniffPictureType(box('miafavifMA1A'))).toBe('image/avif')
  expect(sniffPictureType(box('miafheic    '))).toBeUndefined()
  expect(sniffPictureType(text('\0\0\0\u0018ftypisom\0\0\0\0mp42'))).toBeUndefined()
  // The brand has to stand inside the first box.
  expect(sniffPictureType(text('\0\0\0\u0014ftypmif1\0\0\0\0miafavif'))).toBeUndefined()
})

test.each([
  '',
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  '<?xml version="1.0"?><svg/>',
  '<!doctype html><script>alert(1)</script>',
  '{"message":"URL signature expired"}',
  'GIF8',
  'RIFF0000WAVE',
  'BM000000',
  '%PDF-1.7',
])('%j is no picture', (body) => {
  expect(sniffPictureType(text(body))).toBeUndefined()
})
