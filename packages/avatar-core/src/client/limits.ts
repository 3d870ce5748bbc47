/** For how many milliseconds calls are gathered, beyond the current task. */
export const WINDOW_MS = 5
/** How long a request that has all its answers may take to end by itself. */
export const LINGER_MS = 5000
/** How long the backend may hold a request before it answers `pending`, so that few requests never stop a page. */
export const WAIT_MS = 3000
/** The same while another request is held, so that a look-up that is new never waits longer for a free one. */
export const SHORT_WAIT_MS = 200
/** Longest line, or longest answer of one piece, in characters. A found picture is three hundred. */
export const MAX_PART_CHARS = 4_000_000
