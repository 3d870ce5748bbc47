export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
/** So long before its death a link counts as dead. */
export const LINK_MARGIN_MINUTES = 5
/** For how many hours an answer of each kind is fresh. */
export const FRESH_HOURS = { found: 12, none: 6, hidden: 24, no_account: 24 } as const
