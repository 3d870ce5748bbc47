/** The fields of a value from outside, all of unknown content. A value that is no object has none. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Object` leaves objects as they are
export const fieldsOf = (value: unknown): Partial<Record<string, unknown>> => Object(value) as Partial<Record<string, unknown>>

/** A number of milliseconds, zero or more; undefined for all else. */
export const readDuration = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value < Infinity ? value : undefined
