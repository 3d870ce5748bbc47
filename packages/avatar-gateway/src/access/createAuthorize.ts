import type { Authorize } from '@greenapi/avatar-server'
import type { AccessSettings } from '../settings/gatewaySettings.js'
import { createBearerCheck } from './createBearerCheck.js'
import { createJwtCheck } from './createJwtCheck.js'
import { accessUnavailable, unauthorized } from './responses.js'
import type { TokenCheck } from './tokenCheck.js'

/** The `authorize` of the handler for these settings. `onUnavailable` hears when keys cannot be fetched. */
export function createAuthorize(access: AccessSettings, onUnavailable: () => void): Authorize | 'public' {
  if (access.kind === 'public') return 'public'
  const checkBearer = createBearerCheck(access.bearerTokens.map((token) => token()))
  const checkJwt = access.jwt === undefined ? undefined : createJwtCheck(access.jwt)

  const check = async (token: string): Promise<TokenCheck> => {
    const bearer = checkBearer(token)
    return bearer.kind === 'known' || checkJwt === undefined ? bearer : checkJwt(token)
  }

  return async ({ headers }) => {
    const [, token] = /^Bearer +([\w.~+/=-]+) *$/i.exec(headers.get('authorization') ?? '') ?? []
    if (token === undefined) return unauthorized('missing')
    const found = await check(token)
    if (found.kind === 'known') return { subject: found.subject }
    if (found.kind === 'unknown') return unauthorized('invalid')
    onUnavailable()
    return accessUnavailable()
  }
}
