import { MAX_DURATION_MS } from './limits.js'

type Fields = Partial<Record<string, unknown>>

/** The fields of a value from outside, all of unknown content. A value that is no object has none. */
export const fieldsOf: (value: unknown) => Fields = Object

/** A number of milliseconds, zero or more, cut down to what a timer can wait; undefined for all else. */
export const readDuration = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 ? Math.min(value, MAX_DURATION_MS) : undefined
