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

/** What follows from a size. */
export interface Dimensions {
  /** The name of the size where it has one, `'none'` where it comes from elsewhere. */
  token?: string | undefined
  /** CSS pixels, or a CSS length. */
  value: number | string | null
  /** The root's own style: a box of that size that the picture can fill, even without a style sheet. */
  style: CSSProperties & { '--avatar-size'?: string }
}

function box(value: number | string, token?: string): Dimensions {
  // As text, which React need not make of it for each avatar.
  const length = typeof value === 'number' ? `${value}px` : value
  const style = { ...ROOT_STYLE, width: length, height: length }
  return { token, value, style: token ? style : { ...style, '--avatar-size': length } }
}

/** Made once: a list has thousands of the same size. */
const NAMED: readonly Dimensions[] = Object.entries(AVATAR_SIZES).map(([token, value]) => box(value, token))

/** Reads a size. */
export function dimensions(size: AvatarSize): Dimensions {
  const named = NAMED.find(({ token, value }) => token === size || value === size)
  if (named) return named
  return size === null ? { token: 'none', value: size, style: ROOT_STYLE } : box(size)
}
