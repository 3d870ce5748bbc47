import type { Authorize } from '@greenapi/avatar-server'
import type { AccessSettings } from '../settings/gatewaySettings.js'
import { createBearerCheck } from './createBearerCheck.js'
import { createJwtCheck } from './createJwtCheck.js'
import { accessUnavailable, unauthorized } from './responses.js'
import type { TokenCheck } from './tokenCheck.js'

/** After a failure the keys are let alone for so long, else everybody's requests would ask for them. */
const KEYS_PAUSE_MS = 5_000

/** The `authorize` of the handler for these settings. `onUnavailable` hears when keys could not be fetched, once a pause. */
export function createAuthorize(
  access: AccessSettings,
  onUnavailable: () => void,
  now: () => number = () => performance.now(),
): Authorize | 'public' {
  if (access.kind === 'public') return 'public'
  const checkBearer = createBearerCheck(access.bearerTokens.map((token) => token()))
  const checkJwt = access.jwt === undefined ? undefined : createJwtCheck(access.jwt)

  let pausedUntilMs = Number.NEGATIVE_INFINITY
  const pause = (): void => {
    if (now() < pausedUntilMs) return
    pausedUntilMs = now() + KEYS_PAUSE_MS
    onUnavailable()
  }

  const check = async (token: string): Promise<TokenCheck> => {
    const bearer = checkBearer(token)
    if (bearer.kind === 'known' || checkJwt === undefined) return bearer
    if (now() < pausedUntilMs) return { kind: 'unavailable' }
    const found = await checkJwt(token)
    if (found.kind === 'unavailable') pause()
    return found
  }

  return async ({ headers }) => {
    const [, token] = /^Bearer +([\w.~+/=-]+) *$/i.exec(headers.get('authorization') ?? '') ?? []
    if (token === undefined) return unauthorized('missing')
    const found = await check(token)
    if (found.kind === 'known') return { subject: found.subject }
    return found.kind === 'unknown' ? unauthorized('invalid') : accessUnavailable()
  }
}
