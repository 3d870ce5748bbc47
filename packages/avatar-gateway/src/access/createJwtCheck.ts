import { type JWTVerifyOptions, createRemoteJWKSet, errors, jwtVerify } from 'jose'
import type { JwtSettings } from '../settings/gatewaySettings.js'
import type { TokenCheck } from './tokenCheck.js'

/** Clocks differ: a token counts for so long after its end, and before its beginning. */
const CLOCK_TOLERANCE_SECONDS = 30
const JWKS_TIMEOUT_MS = 5_000
/** Without symmetric ones: else who knows a public key could sign with it. */
const ASYMMETRIC = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]

/** Knows JSON web tokens: signature, time, audience and issuer. They must have `exp` and `sub`; `sub` is the subject. */
export function createJwtCheck({
  key,
  audiences,
  issuers,
}: JwtSettings): (token: string) => Promise<TokenCheck> {
  const options: JWTVerifyOptions = {
    algorithms: key.kind === 'secret' ? ['HS256'] : ASYMMETRIC,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    requiredClaims: ['exp', 'sub'],
    ...(audiences.length === 0 ? {} : { audience: [...audiences] }),
    ...(issuers.length === 0 ? {} : { issuer: [...issuers] }),
  }
  const verify = createVerify(key, options)
  return async (token) => {
    try {
      const { payload } = await verify(token)
      const { sub } = payload
      return typeof sub === 'string' && sub !== ''
        ? { kind: 'known', subject: `jwt:${sub}` }
        : { kind: 'unknown' }
    } catch (error) {
      return { kind: isAboutToken(error) ? 'unknown' : 'unavailable' }
    }
  }
}

function createVerify(key: JwtSettings['key'], options: JWTVerifyOptions) {
  if (key.kind === 'secret') {
    const bytes = new TextEncoder().encode(key.secret())
    return (token: string) => jwtVerify(token, bytes, options)
  }
  const keys = createRemoteJWKSet(key.url, { timeoutDuration: JWKS_TIMEOUT_MS })
  return (token: string) => jwtVerify(token, keys, options)
}

/** Whether the token is at fault, and not the server that its keys come from. */
function isAboutToken(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return false
  return ![errors.JWKSTimeout.code, errors.JWKSInvalid.code, errors.JOSEError.code].includes(error.code)
}
