import { expect, test } from 'vitest'
import { resolvePicturesOptions } from './resolvePicturesOptions.js'

test('default: 64 MiB of pictures, 2 MiB and ten seconds each, urls as capabilities', () => {
  expect(resolvePicturesOptions({})).toMatchObject({
    pictureAccess: 'url',
    isPublic: false,
    isCrossOrigin: false,
    pictureCacheBytes: 67_108_864,
    maxPictureBytes: 2_097_152,
    pictureTimeoutMs: 10_000,
    policy: { allowPrivateAddresses: false },
    resizer: undefined,
  })
})

test('a bad value is refused by the name of its option', () => {
  expect(() => resolvePicturesOptions({ pictureCacheBytes: 0 })).toThrow(/pictureCacheBytes/)
  expect(() => resolvePicturesOptions({ maxPictureBytes: 1.5 })).toThrow(/maxPictureBytes/)
  expect(() => resolvePicturesOptions({ pictureTimeoutMs: Number.NaN })).toThrow(/pictureTimeoutMs/)
  expect(() => resolvePicturesOptions({ pictureHosts: ['https://cdn.example.com'] })).toThrow(/pictureHosts/)
  expect(() => Reflect.apply(resolvePicturesOptions, undefined, [{ pictureAccess: 'all' }])).toThrow(
    /pictureAccess/,
  )
})

test('a listener that throws is no concern of the pictures', () => {
  const { emit } = resolvePicturesOptions({
    onEvent: () => {
      throw new Error('listener')
    },
  })
  expect(() => emit({ type: 'picture_cache', outcome: 'hit' })).not.toThrow()
})
