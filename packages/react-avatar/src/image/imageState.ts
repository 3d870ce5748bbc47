/**
 * What the one rendered `<img>` is doing, as `data-image`:
 * - `idle`: there is no picture to show.
 * - `loading`: the first picture is on its way; the fallback shows.
 * - `loaded`: the picture is painted.
 * - `swapping`: the next picture is on its way; the one before it stays painted.
 * - `error`: the picture could not be loaded; the fallback shows.
 */
export type ImageStatus = 'idle' | 'loading' | 'loaded' | 'swapping' | 'error'

/** Whether a picture covers the fallback. */
export const isPainted = (status: ImageStatus): boolean => status === 'loaded' || status === 'swapping'

/** The state once there is another url, or none. What ends the wait for it, `loaded` or `error`, is the next state itself. */
export const nextImageStatus = (status: ImageStatus, url: string | undefined): ImageStatus =>
  url ? (isPainted(status) ? 'swapping' : 'loading') : 'idle'
