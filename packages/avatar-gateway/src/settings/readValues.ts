import { readFileSync } from 'node:fs'
import { readFlags } from './readFlags.js'
import { SETTINGS, type Setting, fileVariableOf, flagOf } from './settings.js'

/** Environment variables, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Every value that was given, by the variable's name, whichever way it came. */
export interface Values {
  readonly given: ReadonlyMap<string, string>
  readonly problems: readonly string[]
  readonly warnings: readonly string[]
}

const KNOWN = new Set(SETTINGS.flatMap((setting) => [setting.env, fileVariableOf(setting)]))

/** Puts environment, flags and secret files together; flags win. Empty variables count as not set. */
export function readValues(env: Environment, args: readonly string[]): Values {
  const flags = readFlags(args)
  const problems = [...flags.problems]
  const given = new Map<string, string>()
  for (const setting of SETTINGS) {
    const flag = flags.values.get(flagOf(setting))
    const variable = textOf(env[setting.env])
    try {
      const value = setting.kind === 'secret' ? readSecret(setting, env, flag) : (flag ?? variable)
      if (value !== undefined) given.set(setting.env, value)
    } catch (error) {
      problems.push(error instanceof Error ? error.message : `${setting.env} cannot be read.`)
    }
  }
  const unknown = Object.keys(env).filter((name) => isLikelyOurs(name) && !KNOWN.has(name))
  return {
    given,
    problems,
    warnings: unknown.map(
      (name) =>
        `${name} is not a setting of avatar-gateway, so it does nothing. Look for a slip in its name.`,
    ),
  }
}

function readSecret(setting: Setting, env: Environment, flag: string | undefined): string | undefined {
  const fileVariable = fileVariableOf(setting)
  const variable = textOf(env[setting.env])
  const path = flag ?? textOf(env[fileVariable])
  if (path === undefined) return variable
  if (variable !== undefined && flag === undefined) {
    throw new Error(`${setting.env} and ${fileVariable} are both set. Keep one.`)
  }
  const name = flag === undefined ? fileVariable : `--${flagOf(setting)}`
  return textOf(readText(name, path)) ?? refuse(`${name} names an empty file.`)
}

function readText(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The system's error would show the path.
    return refuse(
      `${name} names a file that cannot be read. Check that it exists and that this user may read it.`,
    )
  }
}

function refuse(message: string): never {
  throw new Error(message)
}

function textOf(value: string | undefined): string | undefined {
  const text = value?.trim()
  return text === '' ? undefined : text
}

/** Kubernetes sets variables such as `AVATAR_SERVICE_HOST` for services: those are nobody's slip. */
function isLikelyOurs(name: string): boolean {
  return name.startsWith('AVATAR_') && !/_(?:SERVICE|PORT)(?:_|$)/.test(name)
}
