import { parseArgs } from 'node:util'
import type { StartSimulatorOptions } from '../http/startSimulator.js'
import { RESPONSE_STYLES } from '../options.js'
import type { ResponseStyle } from '../options.js'
import { parseFault } from './parseFault.js'
import { UsageError } from './usageError.js'

/** What the command line asks for. */
export type Command =
  | { readonly help: true }
  | { readonly help: false; readonly options: StartSimulatorOptions }

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  contacts: { type: 'string' },
  groups: { type: 'string' },
  seed: { type: 'string' },
  rate: { type: 'string' },
  latency: { type: 'string' },
  style: { type: 'string' },
  fault: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const

/** Reads the command line. @throws UsageError that names the flag. */
export function parseFlags(args: readonly string[]): Command {
  const flags = read(args)
  if (flags.help === true) return { help: true }
  const { host, seed, latency, style } = flags
  const port = number('--port', flags.port)
  if (port !== undefined && port > 65_535) throw new UsageError(`--port: ports end at 65535, got ${port}`)
  return {
    help: false,
    options: {
      port,
      host,
      seed,
      contacts: number('--contacts', flags.contacts),
      groups: number('--groups', flags.groups),
      ratePerSecond: number('--rate', flags.rate),
      latencyMs: latency === undefined ? undefined : parseLatency(latency),
      responseStyle: style === undefined ? undefined : parseStyle(style),
      faults: flags.fault?.map(parseFault),
    },
  }
}

function read(args: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof FLAGS }>>['values'] {
  try {
    return parseArgs({ args: [...args], options: FLAGS }).values
  } catch (error) {
    // Node's own text names the flag; its advice about positional arguments that start with a dash only confuses.
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}

function number(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`${flag}: a whole number is needed, got "${value}"`)
  return Number(value)
}

function parseLatency(value: string): [least: number, most: number] {
  const [, least, most = least] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(value) ?? []
  if (least === undefined || Number(least) > Number(most)) {
    throw new UsageError(`--latency: milliseconds are needed, such as 200 or 100-600, got "${value}"`)
  }
  return [Number(least), Number(most)]
}

function parseStyle(value: string): ResponseStyle {
  const style = RESPONSE_STYLES.find((known) => known === value)
  if (style === undefined)
    throw new UsageError(`--style: one of ${RESPONSE_STYLES.join(', ')} is needed, got "${value}"`)
  return style
}
