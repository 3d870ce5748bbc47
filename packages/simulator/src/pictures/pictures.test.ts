import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { loadPicture } from './loadPicture.js'
import { PICTURES } from './pictures.js'

/** Width and height from a JPEG's frame header. */
function jpegSize(bytes: Uint8Array): [width: number, height: number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at < bytes.length) {
    const marker = view.getUint16(at)
    if (marker >= 0xffc0 && marker <= 0xffc2) return [view.getUint16(at + 7), view.getUint16(at + 5)]
    at += 2 + view.getUint16(at + 2)
  }
  throw new Error('no frame header')
}

test('every picture is a JPEG of 640 x 640 and 20 to 60 kB', async () => {
  for (const picture of PICTURES) {
    const bytes = await loadPicture(picture)
    expect([...bytes.subarray(0, 3), ...bytes.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xff, 0xd9])
    expect([picture.id, ...jpegSize(bytes)]).toEqual([picture.id, 640, 640])
    expect(bytes.length).toBeGreaterThan(20_000)
    expect(bytes.length).toBeLessThan(60_000)
  }
})

test('there are many, all different, and no file is left over', async () => {
  const digests = await Promise.all(
    PICTURES.map(async (picture) =>
      createHash('sha256')
        .update(await loadPicture(picture))
        .digest('hex'),
    ),
  )
  expect(new Set(digests).size).toBe(PICTURES.length)
  expect(PICTURES.length).toBeGreaterThanOrEqual(32)
  const files = await readdir(new URL('../../pictures/', import.meta.url))
  expect(files.sort()).toEqual(PICTURES.map(({ id }) => `${id}.jpg`).sort())
})

test('all together they weigh less than 1.6 MB', async () => {
  const sizes = await Promise.all(PICTURES.map(async ({ url }) => (await readFile(url)).length))
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_600_000)
})
