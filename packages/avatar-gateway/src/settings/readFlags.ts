import { parseArgs } from 'node:util'
import { SETTINGS, type Setting, flagOf } from './settings.js'

/** What a command line says. */
export interface Flags {
  readonly help: boolean
  readonly version: boolean
  /** By flag, without dashes; `'1'` for switches. */
  readonly values: ReadonlyMap<string, string>
  /** What is wrong with it. No text holds a value: what stands in the wrong place may be a secret. */
  readonly problems: readonly string[]
}

const KNOWN: ReadonlyMap<string, Setting> = new Map(SETTINGS.map((setting) => [flagOf(setting), setting]))
const SECRETS: ReadonlyMap<string, Setting> = new Map(
  SETTINGS.filter(({ kind }) => kind === 'secret').map((setting) => [
    flagOf(setting).replace(/-file$/, ''),
    setting,
  ]),
)
const OPTIONS = Object.fromEntries([
  ...[...KNOWN].map(([flag, { kind }]) => [
    flag,
    { type: kind === 'switch' ? 'boolean' : 'string' } as const,
  ]),
  ['help', { type: 'boolean', short: 'h' } as const],
  ['version', { type: 'boolean', short: 'v' } as const],
])

/** Reads a command line and finds all that is wrong with it. */
export function readFlags(args: readonly string[]): Flags {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values = new Map<string, string>()
  const problems = new Set<string>()
  const asked = new Set<string>()
  for (const token of tokens) {
    if (token.kind === 'positional')
      problems.add('There is a word that belongs to no flag. Flags are written --port 8080 or --port=8080.')
    if (token.kind !== 'option') continue
    const { name, value } = token
    if (name === 'help' || name === 'version') {
      asked.add(name)
      continue
    }
    const setting = KNOWN.get(name)
    const problem = setting === undefined ? unknownFlag(name) : problemOf(setting, value)
    if (problem !== undefined) problems.add(problem)
    else values.set(name, value ?? '1')
  }
  return { help: asked.has('help'), version: asked.has('version'), values, problems: [...problems] }
}

function problemOf(setting: Setting, value: string | undefined): string | undefined {
  const flag = `--${flagOf(setting)}`
  if (setting.kind === 'switch')
    return value === undefined ? undefined : `${flag} takes no value: it is on when it is there.`
  return value === undefined || value === '' || value.startsWith('--')
    ? `${flag} needs a value after it.`
    : undefined
}

function unknownFlag(name: string): string {
  const secret = SECRETS.get(name)
  if (secret !== undefined) {
    return `--${name} is not a flag, because flags are visible in ps. Set ${secret.env}, or name a file with --${flagOf(secret)}.`
  }
  // Anything but plain words may be a value that slipped into the place of a name.
  return /^[a-z]+(?:-[a-z]+)*$/.test(name) && name.length <= 30
    ? `--${name} is not a flag. --help lists them.`
    : 'There is a flag that does not exist. --help lists them.'
}
