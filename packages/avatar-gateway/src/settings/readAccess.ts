import type { Reader } from './createReader.js'
import type { AccessSettings, JwtSettings, Secret } from './gatewaySettings.js'
import { readServiceUrl } from './readServiceUrl.js'

const MIN_SECRET_CHARS = 32
const TOKEN = /^[\w.~+/=-]{32,512}$/
const HOW_TO_MAKE = 'Make one with: openssl rand -hex 32'

const NEEDED = `No access setting: avatars show who somebody's contacts are, so it must be said who may ask. Set one of:
    AVATAR_BEARER_TOKENS  for your servers, which send Authorization: Bearer …
    AVATAR_JWT_SECRET     for browsers, with tokens your backend signs (HS256)
    AVATAR_JWKS_URL       for browsers, with tokens of your identity provider
    AVATAR_PUBLIC=1       everybody who can reach the port`

/** Reads who may ask; notes it as a problem when that is not said, or said in two ways that contradict. */
export function readAccess(read: Reader, problems: string[]): AccessSettings {
  const bearerTokens = readBearerTokens(read)
  const jwt = readJwt(read)
  const others = ['AVATAR_BEARER_TOKENS', 'AVATAR_JWT_SECRET', 'AVATAR_JWKS_URL'].filter((env) =>
    read.has(env),
  )
  if (read.isOn('AVATAR_PUBLIC')) {
    if (others.length > 0) {
      read.refuse(
        'AVATAR_PUBLIC',
        `contradicts ${others.join(' and ')}: one lets everybody in, the other only who has a token. Keep one.`,
      )
    }
    return { kind: 'public' }
  }
  if (others.length === 0) problems.push(NEEDED)
  return { kind: 'tokens', bearerTokens, jwt }
}

function readBearerTokens(read: Reader): readonly Secret[] {
  const env = 'AVATAR_BEARER_TOKENS'
  const tokens = read.list(env)
  if (read.has(env) && !(tokens.length > 0 && tokens.every((token) => TOKEN.test(token)))) {
    read.refuse(
      env,
      `must be tokens of 32 to 512 letters, digits or -._~+/=, separated by commas or line ends; at least one is not. ${HOW_TO_MAKE}`,
    )
  }
  return tokens.map((token) => () => token)
}

function readJwt(read: Reader): JwtSettings | undefined {
  const secret = read.text('AVATAR_JWT_SECRET')
  const hasUrl = read.has('AVATAR_JWKS_URL')
  if (secret === undefined && !hasUrl) {
    for (const env of ['AVATAR_JWT_AUDIENCE', 'AVATAR_JWT_ISSUER']) {
      if (read.has(env))
        read.refuse(env, 'does nothing without AVATAR_JWT_SECRET or AVATAR_JWKS_URL. Set one of them.')
    }
    return undefined
  }
  const claims = { audiences: read.list('AVATAR_JWT_AUDIENCE'), issuers: read.list('AVATAR_JWT_ISSUER') }
  if (secret !== undefined) {
    if (hasUrl)
      read.refuse(
        'AVATAR_JWKS_URL',
        'and AVATAR_JWT_SECRET are both set, so it is not clear who signs. Keep one.',
      )
    if (secret.length < MIN_SECRET_CHARS)
      read.refuse(
        'AVATAR_JWT_SECRET',
        `is too short: who guesses it can let anybody in. Use at least ${MIN_SECRET_CHARS} random characters. ${HOW_TO_MAKE}`,
      )
    return { key: { kind: 'secret', secret: () => secret }, ...claims }
  }
  const url = readServiceUrl(read, 'AVATAR_JWKS_URL')
  return url && { key: { kind: 'jwks', url }, ...claims }
}
