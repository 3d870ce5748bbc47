/** Checks of options. Each message says what is wrong, why it matters and what to do; none shows the value. */

/** A whole number from `min` to `max`. */
export function wholeNumber(
  name: string,
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw new RangeError(
    `@greenapi/avatar-server: ${name} must be a whole number from ${min} to ${max}. Correct it or leave it out for the default.`,
  )
}

/** Every number of a group of options, with the defaults of those left out. */
export function wholeNumbers<Key extends string>(
  group: string,
  values: Partial<Readonly<Record<Key, number | undefined>>> | undefined,
  defaults: Readonly<Record<Key, number>>,
): Readonly<Record<Key, number>> {
  if (values !== undefined && (typeof values !== 'object' || values === null)) {
    throw new TypeError(
      `@greenapi/avatar-server: ${group} must be an object such as { ${Object.keys(defaults).join(', ')} }.`,
    )
  }
  const unknown = Object.keys(values ?? {}).filter((key) => !(key in defaults))
  if (unknown.length > 0) {
    throw new TypeError(
      `@greenapi/avatar-server: ${group} has no option ${unknown.join(', ')}. It has ${Object.keys(defaults).join(', ')}.`,
    )
  }
  const result: Record<Key, number> = { ...defaults }
  for (const key in defaults) {
    const value = values?.[key]
    if (value !== undefined) result[key] = wholeNumber(`${group}.${key}`, value, { min: 1, max: MAX })
  }
  return result
}

/** A year in milliseconds, or any count that memory could hold. */
const MAX = 366 * 86_400_000

export function oneOf<Value extends string>(name: string, value: Value, allowed: readonly Value[]): Value {
  if (allowed.includes(value)) return value
  throw new TypeError(
    `@greenapi/avatar-server: ${name} must be ${allowed.map((one) => `'${one}'`).join(' or ')}. Correct it or leave it out for '${allowed[0]}'.`,
  )
}

export function optionalFunction(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'function') {
    throw new TypeError(`@greenapi/avatar-server: ${name} must be a function. Pass one or leave it out.`)
  }
}
