import type { Picture } from './picture.js'

/** Gives the bytes of a picture. */
export type LoadPicture = (picture: Picture) => Promise<Uint8Array>

/**
 * Reads a picture that comes with the package: from disk in Node, with the page's `fetch` in a browser.
 *
 * `process.getBuiltinModule` rather than an import of `node:fs`: bundlers for the browser then have nothing to resolve.
 */
export async function loadPicture(picture: Picture): Promise<Uint8Array> {
  if (picture.url.protocol === 'file:') {
    const { readFile } = globalThis.process.getBuiltinModule('node:fs/promises')
    return new Uint8Array(await readFile(picture.url))
  }
  const response = await globalThis.fetch(picture.url)
  if (!response.ok) {
    throw new Error(
      `@greenapi/simulator: the picture ${picture.id} could not be read (HTTP ${response.status}). ` +
        'Serve the pictures folder of the package, or pass your own loadPicture',
    )
  }
  return new Uint8Array(await response.arrayBuffer())
}
