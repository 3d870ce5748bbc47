import { decodeBase64 } from './base64.js'
import { sniffPictureType } from './sniffPictureType.js'

const DATA_URI = /^data:[^,]{0,100};base64,/i

/**
 * The bytes of a `base64Avatar`, raw or as a data URI. `undefined` for text that is no base64, for more than
 * `maxBytes`, and for what is no jpeg, png, webp, gif or avif, whatever it calls itself.
 */
export function decodePictureBase64(text: string, maxBytes = 2_097_152): Uint8Array | undefined {
  // Four characters carry three bytes; a prefix and line breaks come on top.
  if (text.length > Math.ceil(maxBytes / 3) * 4.2 + 200) return undefined
  const bytes = decodeBase64(text.replace(DATA_URI, ''))
  if (bytes === undefined || bytes.length > maxBytes) return undefined
  return sniffPictureType(bytes) === undefined ? undefined : bytes
}
