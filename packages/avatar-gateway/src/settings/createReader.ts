import { SETTINGS, flagOf } from './settings.js'

/** Reads single settings, and notes what is wrong instead of stopping at the first. */
export interface Reader {
  has(env: string): boolean
  text(env: string): string | undefined
  /** Entries separated by commas or white space. */
  list(env: string): readonly string[]
  isOn(env: string): boolean
  wholeNumber(env: string, limits: { readonly min: number; readonly max: number }): number | undefined
  oneOf<Value extends string>(env: string, allowed: readonly Value[]): Value | undefined
  /** Notes a problem: "NAME (--flag) " and what is wrong with it. */
  refuse(env: string, what: string): void
}

export function createReader(given: ReadonlyMap<string, string>, problems: string[]): Reader {
  const refuse = (env: string, what: string): void => void problems.push(`${nameOf(env)} ${what}`)
  return {
    has: (env) => given.has(env),
    text: (env) => given.get(env),
    list: (env) =>
      given
        .get(env)
        ?.split(/[\s,]+/)
        .filter((entry) => entry !== '') ?? [],
    isOn(env) {
      const value = given.get(env)
      if (value === undefined || /^(?:0|false)$/i.test(value)) return false
      if (!/^(?:1|true)$/i.test(value)) refuse(env, 'must be 1 or 0.')
      return true
    },
    wholeNumber(env, { min, max }) {
      const value = given.get(env)
      if (value === undefined) return undefined
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
      if (number >= min && number <= max) return number
      refuse(env, `must be a whole number from ${min} to ${max}.`)
      return undefined
    },
    oneOf(env, allowed) {
      const value = given.get(env)
      const found = allowed.find((one) => one === value)
      if (value !== undefined && found === undefined) refuse(env, `must be one of: ${allowed.join(', ')}.`)
      return found
    },
    refuse,
  }
}

function nameOf(env: string): string {
  const setting = SETTINGS.find((one) => one.env === env)
  return setting === undefined ? env : `${env} (--${flagOf(setting)})`
}
