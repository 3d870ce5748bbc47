import type { CSSProperties } from 'react'
import { ROOT_STYLE } from '../part/pictureProps.js'

/** Named sizes and their width in CSS pixels. */
export const AVATAR_SIZES = { xs: 24, sm: 32, md: 40, lg: 48, xl: 64, '2xl': 96 } as const

/** A named size. */
export type AvatarSizeToken = keyof typeof AVATAR_SIZES

/** A named size, a number of CSS pixels, any CSS length, or `null`: the app's own CSS sets width and height. */
export type AvatarSize = AvatarSizeToken | number | (string & {}) | null

/** The outline: a full circle (default), a square with soft corners, or a plain square. */
export type AvatarShape = 'circle' | 'rounded' | 'square'

const isToken = (size: AvatarSize): size is AvatarSizeToken => (size ?? '') in AVATAR_SIZES

/** What `data-size` says: the name of a size, or that the size comes from elsewhere. */
export const sizeToken = (size: AvatarSize): AvatarSizeToken | 'none' | undefined =>
  size === null ? 'none' : isToken(size) ? size : undefined

/** The number of CSS pixels that a name stands for; anything else as it is. */
export const sizeValue = (size: AvatarSize): number | string | null =>
  isToken(size) ? AVATAR_SIZES[size] : size

/** The root's own style: a box of the right size that the picture can fill, even without a style sheet. */
export function boxStyle(size: AvatarSize): CSSProperties & { '--avatar-size'?: string } {
  if (size === null) return ROOT_STYLE
  const value = sizeValue(size) ?? ''
  const sized = { ...ROOT_STYLE, width: value, height: value }
  return value !== size
    ? sized
    : { ...sized, '--avatar-size': typeof value === 'number' ? `${value}px` : value }
}
