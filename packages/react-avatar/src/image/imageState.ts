/**
 * What the one rendered `<img>` is doing, as `data-image`:
 * - `idle`: there is no picture to show.
 * - `loading`: the first picture is on its way; the fallback shows.
 * - `loaded`: the picture is painted.
 * - `swapping`: the next picture is on its way; the one before it stays painted.
 * - `error`: the picture could not be loaded; the fallback shows.
 */
export type ImageStatus = 'idle' | 'loading' | 'loaded' | 'swapping' | 'error'

/** What can happen to it: another url, or what ends the wait for one. */
export type ImageEvent = 'url' | 'idle' | 'loaded' | 'error'

/** Whether a picture covers the fallback. */
export const isPainted = (status: ImageStatus): boolean => status === 'loaded' || status === 'swapping'

/** The state after `event`. */
export const nextImageStatus = (status: ImageStatus, event: ImageEvent): ImageStatus =>
  event !== 'url' ? event : isPainted(status) ? 'swapping' : 'loading'
