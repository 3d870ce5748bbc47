import type { Fault } from './faults/plan.js'
import type { LoadPicture } from './pictures/loadPicture.js'
import { loadPicture } from './pictures/loadPicture.js'
import { createRandom } from './random.js'

/**
 * The age of the server that answers getAvatar.
 *
 * - `legacy`: `{ existsWhatsapp, urlAvatar, reason }`, failures inside HTTP 200; privacy cannot be told from no picture.
 * - `current`: `{ urlAvatar, available }`; no account cannot be told from no picture.
 * - `base64`: as `current`, and the picture itself in `base64Avatar`, raw for some chats and as a data URI for others.
 */
export type ResponseStyle = 'legacy' | 'current' | 'base64'

/** The response styles, the oldest first. */
export const RESPONSE_STYLES: readonly ResponseStyle[] = ['legacy', 'current', 'base64']

/** Settings of a simulator. */
export interface SimulatorOptions {
  /** Everything that looks random comes from it: contacts, links, dice. Default `'1'`. */
  seed?: string | number | undefined
  /** How many people and businesses to make, 0 to 100,000. Default 1,700. */
  contacts?: number | undefined
  /** How many groups to make, 0 to 100,000. Default 300. */
  groups?: number | undefined
  /** The instance's number, digits. Default `1103482715`. */
  idInstance?: string | undefined
  /** The instance's token. Default: 50 hexadecimal characters from the seed. */
  apiToken?: string | undefined
  /** Accepted calls per instance and method in a sliding window; the next one gets 429. `Infinity` turns the limit off. Default 10. */
  ratePerSecond?: number | undefined
  /**
   * Length of that window in milliseconds. Default 1,000. Over a network allow for jitter with 900: calls sent exactly a second
   * apart can arrive a little closer (the HTTP server's default).
   */
  rateWindowMs?: number | undefined
  /** Time before each answer in milliseconds, fixed or `[least, most]`. Default 0. */
  latencyMs?: number | readonly [least: number, most: number] | undefined
  /** Default `current`. */
  responseStyle?: ResponseStyle | undefined
  /** What goes wrong from the start. Default none. */
  faults?: readonly Fault[] | undefined
  /** Where picture links point, for example `https://pps.whatsapp.net`. Default: the origin of the call that asked. */
  pictureBaseUrl?: string | undefined
  /** How long a picture link works, in milliseconds; links have whole seconds. Default 7 days. */
  pictureLifeMs?: number | undefined
  /** How many calls the log keeps at least. Default 10,000. */
  maxCalls?: number | undefined
  /** The clock, in milliseconds since 1970. Default `Date.now`. */
  now?: (() => number) | undefined
  /** Gives a picture's bytes. Default: from the package's own files, in Node and in bundles. */
  loadPicture?: LoadPicture | undefined
}

/** Settings with every default in place. */
export interface ResolvedSimulatorOptions {
  readonly seed: string
  readonly contacts: number
  readonly groups: number
  readonly idInstance: string
  readonly apiToken: string
  readonly ratePerSecond: number
  readonly rateWindowMs: number
  readonly latencyMs: readonly [least: number, most: number]
  readonly responseStyle: ResponseStyle
  readonly faults: readonly Fault[]
  readonly pictureOrigin: string | undefined
  readonly pictureLifeMs: number
  readonly maxCalls: number
  readonly now: () => number
  readonly loadPicture: LoadPicture
}

const MAX_CONTACTS = 100_000
const MAX_DELAY_MS = 600_000
const DAY_MS = 86_400_000

/** Puts the defaults in and checks everything. @throws TypeError or RangeError that names the option. */
export function resolveSimulatorOptions(options: SimulatorOptions): ResolvedSimulatorOptions {
  const seed = String(options.seed ?? '1')
  const { idInstance = '1103482715', apiToken = defaultToken(seed), responseStyle = 'current' } = options
  const { latencyMs = 0, pictureBaseUrl } = options
  check(/^\d{4,20}$/.test(idInstance), 'idInstance', 'must be digits', idInstance)
  check(
    /^[\w-]{1,200}$/.test(apiToken),
    'apiToken',
    'must be letters, digits, - or _, not empty',
    '(not shown)',
  )
  check(
    RESPONSE_STYLES.includes(responseStyle),
    'responseStyle',
    `must be one of ${RESPONSE_STYLES.join(', ')}`,
    responseStyle,
  )
  const [least, most] = typeof latencyMs === 'number' ? [latencyMs, latencyMs] : latencyMs
  return {
    seed,
    contacts: whole('contacts', options.contacts ?? 1_700, 0, MAX_CONTACTS),
    groups: whole('groups', options.groups ?? 300, 0, MAX_CONTACTS),
    idInstance,
    apiToken,
    ratePerSecond:
      options.ratePerSecond === Infinity
        ? Infinity
        : whole('ratePerSecond', options.ratePerSecond ?? 10, 0, 1_000_000),
    rateWindowMs: whole('rateWindowMs', options.rateWindowMs ?? 1_000, 1, MAX_DELAY_MS),
    latencyMs: [whole('latencyMs', least, 0, MAX_DELAY_MS), whole('latencyMs', most, least, MAX_DELAY_MS)],
    responseStyle,
    faults: options.faults ?? [],
    pictureOrigin: pictureBaseUrl === undefined ? undefined : originOf(pictureBaseUrl),
    pictureLifeMs: whole('pictureLifeMs', options.pictureLifeMs ?? 7 * DAY_MS, 0, 3_650 * DAY_MS),
    maxCalls: whole('maxCalls', options.maxCalls ?? 10_000, 1, 1_000_000),
    now: options.now ?? Date.now,
    loadPicture: options.loadPicture ?? loadPicture,
  }
}

function defaultToken(seed: string): string {
  const random = createRandom(`token:${seed}`)
  return Array.from({ length: 50 }, () => random.integer(0, 15).toString(16)).join('')
}

function originOf(baseUrl: string): string {
  const valid = URL.canParse(baseUrl) && ['http:', 'https:'].includes(new URL(baseUrl).protocol)
  check(valid, 'pictureBaseUrl', 'must be an http or https address such as https://pps.whatsapp.net', baseUrl)
  return new URL(baseUrl).origin
}

function whole(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new RangeError(
    `@greenapi/simulator: ${name} must be a whole number from ${least} to ${most}, got ${value}`,
  )
}

function check(valid: boolean, name: string, rule: string, got: string): void {
  if (!valid) throw new TypeError(`@greenapi/simulator: ${name} ${rule}, got ${got}`)
}
