import { expect, test } from 'vitest'
import { identifyPicture } from './identifyPicture.js'
import { jpegBytes } from './pictures.kit.js'

test('default: the link names the picture', async () => {
  expect(await identifyPicture({ linkId: '1_2_3_n.jpg', bytes: jpegBytes() })).toBe('1_2_3_n.jpg')
})

test('without a link its bytes do, the same way everywhere', async () => {
  const id = await identifyPicture({ bytes: jpegBytes() })
  expect(id).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(await identifyPicture({ linkId: '', bytes: jpegBytes() })).toBe(id)
  expect(await identifyPicture({ bytes: jpegBytes(65) })).not.toBe(id)
})

test('without either there is none', async () => {
  expect(await identifyPicture({})).toBeUndefined()
})
