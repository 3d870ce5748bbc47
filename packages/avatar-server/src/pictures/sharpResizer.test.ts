import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { CHAT, createLookUps, get, sealOf, startPictures } from './pictures.kit.js'
import { sharpResizer } from './sharpResizer.js'
import type { Picture, ResizeResult } from './types.js'

const never = new AbortController().signal

/** A picture with enough in it to weigh something. */
const noise = (width: number, height: number): Sharp =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'teal',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })

const jpeg = async (image: Sharp): Promise<Picture> => ({
  bytes: await image.jpeg().toBuffer(),
  type: 'image/jpeg',
})

const resize = (picture: Picture, size: number, resizer = sharpResizer()): Promise<ResizeResult> =>
  resizer.resize(picture, { size, signal: never })

function resized(result: ResizeResult): Picture {
  if (result.kind !== 'resized') throw new Error(result.kind)
  return result.picture
}

test('default: a small WebP square, far lighter than the original', async () => {
  const original = await jpeg(noise(640, 640))
  const small = resized(await resize(original, 96))
  expect(small.type).toBe('image/webp')
  expect(await sharp(small.bytes).metadata()).toMatchObject({ format: 'webp', width: 96, height: 96 })
  expect(small.bytes.length).toBeLessThan(original.bytes.length / 20)
})

test('a picture that is not square is cut from its centre, and none is enlarged', async () => {
  expect(await sharp(resized(await resize(await jpeg(noise(400, 200)), 96)).bytes).metadata()).toMatchObject({
    width: 96,
    height: 96,
  })
  const { width, height } = await sharp(
    resized(await resize(await jpeg(noise(60, 40)), 384)).bytes,
  ).metadata()
  expect(Math.max(width, height)).toBeLessThanOrEqual(60)
})

test('place, camera and colour profile are left behind, and the picture is turned as they said', async () => {
  const tagged = await noise(200, 200)
    .composite([
      { input: { create: { width: 200, height: 40, channels: 3, background: 'black' } }, top: 0, left: 0 },
    ])
    .withMetadata({ orientation: 3 })
    .withExif({
      IFD0: { Copyright: 'Somebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .jpeg()
    .toBuffer()
  expect((await sharp(tagged).metadata()).exif).toBeDefined()
  const small = resized(await resize({ bytes: tagged, type: 'image/jpeg' }, 96)).bytes
  const metadata = await sharp(small).metadata()
  expect([metadata.exif, metadata.icc, metadata.xmp, metadata.orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(Buffer.from(small).toString('latin1')).not.toContain('Somebody')
  const { data } = await sharp(small)
    .extract({ left: 40, top: 90, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(data[0]).toBeLessThan(40)
})

test('of an animation the first frame stays', async () => {
  const frame = (background: string) =>
    sharp({ create: { width: 32, height: 32, channels: 3, background } })
      .png()
      .toBuffer()
  const bytes = await sharp([await frame('red'), await frame('blue')], { join: { animated: true } })
    .gif()
    .toBuffer()
  expect((await sharp(bytes).metadata()).pages).toBe(2)
  const small = resized(await resize({ bytes, type: 'image/gif' }, 48)).bytes
  const { pages = 1 } = await sharp(small).metadata()
  const pixel = await sharp(small).removeAlpha().raw().toBuffer()
  expect(pages).toBe(1)
  expect(pixel[0]).toBeGreaterThan(200)
})

test('a picture of more pixels than allowed, and one that is broken, are unreadable', async () => {
  const large = await jpeg(sharp({ create: { width: 101, height: 100, channels: 3, background: 'teal' } }))
  expect((await resize(large, 48, sharpResizer({ maxInputPixels: 10_000 }))).kind).toBe('unreadable')
  expect((await resize(large, 48, sharpResizer({ maxInputPixels: 10_100 }))).kind).toBe('resized')
  const broken: Picture = { bytes: large.bytes.slice(0, 120), type: 'image/jpeg' }
  expect((await resize(broken, 48)).kind).toBe('unreadable')
})

test('more than the queue holds are turned away, and who leaves it is not resized', async () => {
  const picture = await jpeg(noise(640, 640))
  const resizer = sharpResizer({ concurrency: 1, maxWaiting: 1 })
  const leaving = new AbortController()
  const first = resizer.resize(picture, { size: 48, signal: never })
  const second = resizer.resize(picture, { size: 48, signal: leaving.signal })
  expect(await resizer.resize(picture, { size: 48, signal: never })).toEqual({ kind: 'busy' })
  leaving.abort(new Error('left'))
  await expect(second).rejects.toThrow('left')
  expect((await first).kind).toBe('resized')
})

test('through the picture route: WebP of the size asked for, and the original without one', async () => {
  const { pictures } = await startPictures(undefined, { resizer: sharpResizer() })
  const { bytes } = await jpeg(noise(640, 640))
  const source = { chatId: CHAT, pictureId: '1_2_3_n.jpg', bytes }
  const sealed = sealOf(pictures, source)
  for (const size of pictures.sizes ?? []) {
    const { headers, body } = await get(pictures, createLookUps(source), { sealed, size: String(size) })
    if (!(body instanceof Uint8Array)) throw new Error('no body')
    expect([headers['content-type'], headers['content-length']]).toEqual(['image/webp', String(body.length)])
    expect(await sharp(body).metadata()).toMatchObject({ width: size, height: size })
  }
  const original = await get(pictures, createLookUps(source), { sealed })
  expect([original.headers['content-type'], original.body]).toEqual(['image/jpeg', new Uint8Array(bytes)])
})

test('options out of range are refused by name', () => {
  expect(() => sharpResizer({ concurrency: 0 })).toThrow(/concurrency/)
  expect(() => sharpResizer({ quality: 101 })).toThrow(/quality/)
  expect(() => sharpResizer({ maxInputPixels: 1.5 })).toThrow(/maxInputPixels/)
  expect(() => sharpResizer({ maxWaiting: 0 })).toThrow(/maxWaiting/)
})
