import { expect, test } from 'vitest'
import { decodePictureBase64 } from './decodePictureBase64.js'
import { jpegBytes } from './pictures.kit.js'

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

test('default: raw base64, and a data URI with any type', () => {
  expect(decodePictureBase64(encode(jpegBytes()))).toEqual(jpegBytes())
  expect(decodePictureBase64(`data:image/png;base64,${encode(jpegBytes())}`)).toEqual(jpegBytes())
})

test('text that is no base64, or no picture, is nothing', () => {
  const svg = encode(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  for (const text of [
    '',
    'undefined',
    'null',
    '%%%',
    `data:image/svg+xml;base64,${svg}`,
    `data:image/jpeg,${svg}`,
  ]) {
    expect(decodePictureBase64(text)).toBeUndefined()
  }
})

test('more bytes than allowed are nothing', () => {
  expect(decodePictureBase64(encode(jpegBytes(100)), 100)).toHaveLength(100)
  expect(decodePictureBase64(encode(jpegBytes(101)), 100)).toBeUndefined()
  expect(decodePictureBase64(encode(jpegBytes(10_000)), 100)).toBeUndefined()
})
