import type { PictureType } from './types.js'

/** With so many bytes, or all there are, the type can be told. */
export const SNIFF_BYTES = 64

const startsWith = (bytes: Uint8Array, expected: string, offset = 0): boolean => {
  for (let at = 0; at < expected.length; at++) {
    if (bytes[offset + at] !== expected.charCodeAt(at)) return false
  }
  return true
}

/** AVIF names itself or, as `mif1`, lists `avif` among the brands of its first box. */
function isAvif(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, 'ftyp', 4)) return false
  if (startsWith(bytes, 'avif', 8) || startsWith(bytes, 'avis', 8)) return true
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = Math.min(bytes.length, view.getUint32(0), SNIFF_BYTES)
  for (let at = 16; startsWith(bytes, 'mif1', 8) && at + 4 <= end; at += 4) {
    if (startsWith(bytes, 'avif', at)) return true
  }
  return false
}

/** The type of a picture by its first bytes; `undefined` for all else, svg and html included. */
export function sniffPictureType(bytes: Uint8Array): PictureType | undefined {
  if (startsWith(bytes, '\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (startsWith(bytes, '\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'image/webp'
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return 'image/gif'
  return isAvif(bytes) ? 'image/avif' : undefined
}
