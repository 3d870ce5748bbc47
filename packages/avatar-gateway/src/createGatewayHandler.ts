import { type AvatarHandler, type PictureResizer, createAvatarHandler } from '@greenapi/avatar-server'
import type { Logger } from 'pino'
import { createAuthorize } from './access/createAuthorize.js'
import { createEventLog } from './observe/createEventLog.js'
import type { Metrics } from './observe/createMetrics.js'
import type { GatewaySettings } from './settings/gatewaySettings.js'

export interface GatewayHandlerOptions {
  readonly settings: GatewaySettings
  readonly resizer: PictureResizer | undefined
  readonly metrics: Pick<Metrics, 'onEvent'>
  readonly log: Logger
}

/** The handler that these settings describe. The token goes through here and is kept nowhere. */
export function createGatewayHandler({
  settings,
  resizer,
  metrics,
  log,
}: GatewayHandlerOptions): AvatarHandler {
  const { idInstance, apiToken, apiUrl, corsOrigins } = settings
  const logEvent = createEventLog(log)
  const authorize = createAuthorize(settings.access, () =>
    log.warn(
      { event: 'keys_unavailable' },
      'the keys of AVATAR_JWKS_URL cannot be fetched: tokens cannot be checked, and are answered 503',
    ),
  )
  return createAvatarHandler({
    authorize,
    credentials: { idInstance, apiToken: apiToken(), apiUrl },
    secret: settings.secret?.(),
    pictures: settings.pictures,
    resizer,
    pictureHosts: settings.pictureHosts,
    allowPrivateAddresses: settings.allowPrivateAddresses,
    cors: corsOrigins.length === 0 ? undefined : { origins: corsOrigins },
    trustProxy: settings.trustProxy,
    rate: { perSecond: settings.ratePerSecond },
    upstream: { timeoutMs: settings.upstreamTimeoutMs },
    onEvent(event) {
      metrics.onEvent(event)
      logEvent(event)
    },
  })
}
