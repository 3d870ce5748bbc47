/** What an `<img>` needs to download no more than it shows. */
export interface PictureSources {
  src: string | undefined
  srcSet?: string | undefined
  sizes?: string | undefined
}

/**
 * Chooses from the widths that the backend offers (`offered`, ascending). With a known width in CSS pixels: the smallest
 * that covers it on a screen of density 1, and on one of density 2. Without one the browser chooses, by `sizes`.
 */
export function pictureSources(
  url: string,
  offered: readonly number[] | undefined,
  size: number | string | null,
): PictureSources {
  if (!offered?.length) return { src: url }
  const at = (width: number | undefined): string => `${url}${url.includes('?') ? '&' : '?'}size=${width}`
  if (typeof size !== 'number') {
    const length = size ?? '%'
    return {
      // What `sizes` does not understand would mean the width of the screen.
      sizes: /[%(]/.test(length) ? 'auto, 96px' : length,
      srcSet: offered.map((width) => `${at(width)} ${width}w`).join(),
      src: at(offered[0]),
    }
  }
  const cover = (pixels: number): string => at(offered.find((width) => width >= pixels) ?? offered.at(-1))
  const src = cover(size)
  const dense = cover(size * 2)
  return { src, srcSet: dense === src ? undefined : `${src} 1x, ${dense} 2x` }
}
