import { SettingsError } from './SettingsError.js'
import { checkByHandler } from './checkByHandler.js'
import { type Reader, createReader } from './createReader.js'
import { type AccessSettings, type GatewaySettings, LOG_LEVELS } from './gatewaySettings.js'
import { readAccess } from './readAccess.js'
import { type Environment, readValues } from './readValues.js'

/** Stand-ins where one credential is checked without the other. */
const ANY_ID = '1101000000'
const ANY_TOKEN = 'x'.repeat(50)
const OPS_PATHS = ['/healthz', '/readyz', '/metrics']

/**
 * Reads all settings from environment and flags; flags win.
 *
 * @throws SettingsError with everything that is missing or wrong, by name and never by value.
 */
export function resolveSettings(env: Environment, args: readonly string[]): GatewaySettings {
  const { given, problems: found, warnings } = readValues(env, args)
  const problems = [...found]
  const read = createReader(given, problems)
  const allowPrivateAddresses = read.isOn('AVATAR_ALLOW_PRIVATE_ADDRESSES')
  const secret = read.text('AVATAR_SECRET')
  const settings = {
    ...readCredentials(read, allowPrivateAddresses),
    access: readAccess(read, problems),
    host: read.text('AVATAR_HOST') ?? '127.0.0.1',
    port: read.wholeNumber('AVATAR_PORT', { min: 0, max: 65_535 }) ?? 8_080,
    basePath: readBasePath(read),
    corsOrigins: read.list('AVATAR_CORS_ORIGINS'),
    trustProxy: read.wholeNumber('AVATAR_TRUST_PROXY', { min: 0, max: 32 }) ?? 0,
    pictures: read.oneOf('AVATAR_PICTURES', ['proxy', 'link']) ?? 'proxy',
    pictureHosts: read.list('AVATAR_PICTURE_HOSTS'),
    secret: secret === undefined ? undefined : () => secret,
    allowPrivateAddresses,
    ratePerSecond: read.wholeNumber('AVATAR_RATE_PER_SECOND', { min: 1, max: 100 }),
    upstreamTimeoutMs: read.wholeNumber('AVATAR_UPSTREAM_TIMEOUT_MS', { min: 100, max: 60_000 }),
    logLevel: read.oneOf('AVATAR_LOG_LEVEL', LOG_LEVELS) ?? 'info',
  } as const
  const refuse = (name: string, problem: string | undefined): void => {
    if (problem !== undefined) read.refuse(name, `cannot be used: ${problem}`)
  }
  refuse('AVATAR_SECRET', checkByHandler({ secret }))
  refuse('AVATAR_CORS_ORIGINS', checkByHandler({ cors: { origins: settings.corsOrigins } }))
  refuse(
    'AVATAR_PICTURE_HOSTS',
    checkByHandler(
      { pictureHosts: settings.pictureHosts },
      'an entry is no host. Write cdn.example.com, *.example.com or 127.0.0.1:4010, separated by commas.',
    ),
  )
  if (problems.length > 0) throw new SettingsError([...new Set(problems)], warnings)
  return { ...settings, warnings: [...warnings, ...warningsOf(settings.access, allowPrivateAddresses)] }
}

function readCredentials(
  read: Reader,
  allowPrivateAddresses: boolean,
): Pick<GatewaySettings, 'idInstance' | 'apiToken' | 'apiUrl'> {
  const idInstance = read.text('GREEN_API_ID_INSTANCE') ?? ''
  const apiToken = read.text('GREEN_API_TOKEN') ?? ''
  const apiUrl = read.text('GREEN_API_URL')
  const check = (
    env: string,
    credentials: Readonly<Record<'idInstance' | 'apiToken', string>>,
    url?: string,
  ): void => {
    const problem = checkByHandler({ credentials: { ...credentials, apiUrl: url }, allowPrivateAddresses })
    if (!read.has(env) && env !== 'GREEN_API_URL')
      read.refuse(env, 'is missing. Copy it from the GREEN-API console.')
    else if (problem !== undefined) read.refuse(env, `cannot be used: ${problem}`)
  }
  check('GREEN_API_ID_INSTANCE', { idInstance, apiToken: ANY_TOKEN })
  check('GREEN_API_TOKEN', { idInstance: ANY_ID, apiToken })
  check('GREEN_API_URL', { idInstance: ANY_ID, apiToken: ANY_TOKEN }, apiUrl)
  return { idInstance, apiToken: () => apiToken, apiUrl }
}

function readBasePath(read: Reader): string {
  const path = (read.text('AVATAR_BASE_PATH') ?? '/api/avatars').replace(/\/$/, '')
  if (path !== '' && !/^(?:\/[\w.~-]+)+$/.test(path)) {
    read.refuse(
      'AVATAR_BASE_PATH',
      'must be a path such as /api/avatars, of letters, digits and -._~ between slashes.',
    )
  } else if (OPS_PATHS.includes(path)) {
    read.refuse('AVATAR_BASE_PATH', `is taken: ${OPS_PATHS.join(', ')} are the program's own.`)
  }
  return path
}

function warningsOf(access: AccessSettings, allowPrivateAddresses: boolean): string[] {
  const warnings: string[] = []
  if (access.kind === 'public') {
    warnings.push('AVATAR_PUBLIC is on: everybody who can reach this port can see the avatar of any number.')
  } else if (access.jwt?.key.kind === 'jwks' && access.jwt.audiences.length === 0) {
    warnings.push(
      'AVATAR_JWT_AUDIENCE is not set: every token of that identity provider lets in, also those meant for other apps.',
    )
  }
  if (allowPrivateAddresses) {
    warnings.push(
      'AVATAR_ALLOW_PRIVATE_ADDRESSES is on: listed picture hosts may be on this machine or a local network, and those, GREEN_API_URL and AVATAR_JWKS_URL may be plain http, which anybody on the way can read and change. That is for a simulator. TURN IT OFF IN PRODUCTION.',
    )
  }
  return warnings
}
