import type { CSSProperties } from 'react'
import { isPainted } from '../image/imageState.js'
import type { ImageStatus } from '../image/imageState.js'

/** A box that the picture can fill, whatever CSS there is. */
export const ROOT_STYLE: CSSProperties = { position: 'relative', display: 'inline-flex' }

/** Fills the box; a broken picture paints nothing (with a width, the browser's broken-picture icon would show). */
const IMAGE_STYLE: CSSProperties = {
  position: 'absolute',
  height: '100%',
  minWidth: '100%',
  maxWidth: '100%',
}
const HIDDEN_STYLE: CSSProperties = { visibility: 'hidden' }

/** The picture's own style. */
export const imageStyle = (image: ImageStatus): CSSProperties =>
  image === 'error' ? { ...IMAGE_STYLE, ...HIDDEN_STYLE } : IMAGE_STYLE

/** The fallback's own style: under a painted picture it is hidden but not removed, so that the picture can fade over it. */
export const fallbackStyle = (image: ImageStatus): CSSProperties | undefined =>
  isPainted(image) ? HIDDEN_STYLE : undefined
