/** Most chat ids in one request. */
export const MAX_BATCH_IDS = 100
/** Most bytes in the body of one request: 16 KB. A hundred canonical ids, all of them in `refresh` too, always fit. */
export const MAX_REQUEST_BYTES = 16_384
/** Longest time in milliseconds that a backend may hold a request before it answers `pending`. */
export const MAX_WAIT_MS = 25_000
/** After how many milliseconds a `pending` that does not say is asked again. */
export const DEFAULT_PENDING_MS = 1000
/** Longest duration, 23 days: timers that should wait for 25 run at once. */
export const MAX_DURATION_MS = 2_000_000_000
