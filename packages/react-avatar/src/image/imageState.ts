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

/** One row for each event: the state after it, by the state before it or for all of them. */
const TRANSITIONS: Record<ImageEvent, ImageStatus | Partial<Record<ImageStatus, ImageStatus>>> = {
  url: { idle: 'loading', error: 'loading', loaded: 'swapping' },
  clear: 'idle',
  load: 'loaded',
  error: 'error',
}

/** The state after `event`. An event that a row does not foresee changes nothing. */
export function nextImageStatus(status: ImageStatus, event: ImageEvent): ImageStatus {
  const row = TRANSITIONS[event]
  return typeof row === 'string' ? row : (row[status] ?? status)
}
