export { sharpResizer } from './pictures/sharpResizer.js'
export type { SharpResizerOptions } from './pictures/sharpResizer.js'
export type { Picture, PictureResizer, PictureType, ResizeResult } from './pictures/types.js'
