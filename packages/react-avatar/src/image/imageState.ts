/**
 * What the one rendered `<img>` is doing, as `data-image`:
 * - `idle`: there is no picture to show.
 * - `loading`: the first picture is on its way; the fallback shows.
 * - `loaded`: the picture is painted.
 * - `swapping`: the next picture is on its way; the one before it stays painted.
 * - `error`: the picture could not be loaded; the fallback shows.
 */
export type ImageStatus = 'idle' | 'loading' | 'loaded' | 'swapping' | 'error'

/** What can happen to it: another url, none any more, and what the `<img>` reports. */
export type ImageEvent = 'url' | 'clear' | 'load' | 'error'

/** Whether a picture covers the fallback. */
export const isPainted = (status: ImageStatus): boolean => status === 'loaded' || status === 'swapping'

/** The state after `event`. */
export function nextImageStatus(status: ImageStatus, event: ImageEvent): ImageStatus {
  if (event === 'load') return 'loaded'
  if (event === 'url') return isPainted(status) ? 'swapping' : 'loading'
  return event === 'error' ? event : 'idle'
}
