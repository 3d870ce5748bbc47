import { toNodeHandler } from '@greenapi/avatar-server/node'
import type { DestinationStream } from 'pino'
import { createGatewayHandler } from './createGatewayHandler.js'
import { createGatewayServer } from './http/createGatewayServer.js'
import { createListener } from './http/createListener.js'
import { createWork } from './http/createWork.js'
import { listen } from './http/listen.js'
import { stopServer } from './http/stopServer.js'
import { loadResizer } from './loadResizer.js'
import { createLog, createLogDestination } from './observe/createLog.js'
import { createMetrics } from './observe/createMetrics.js'
import type { Environment } from './settings/readValues.js'
import { resolveSettings } from './settings/resolveSettings.js'
import { readVersion } from './version.js'

/** Options of {@link startGateway}. */
export interface GatewayOptions {
  /** Environment variables. Default `process.env`. */
  readonly env?: Environment | undefined
  /** Flags, as on the command line; they win over `env`. Default none. */
  readonly args?: readonly string[] | undefined
  /** Gets the one line with the address. Default: standard output. */
  readonly print?: ((line: string) => void) | undefined
  /** Gets the log, JSON lines. Default: standard error. */
  readonly logTo?: DestinationStream | undefined
  /** How long stopping may take, in ms. Default 10,000. */
  readonly graceMs?: number | undefined
}

/** A gateway that listens. */
export interface RunningGateway {
  /** What to give a client as `backendUrl`, such as `http://127.0.0.1:8080/api/avatars`. */
  readonly backendUrl: string
  /** The origin alone; `/healthz`, `/readyz` and `/metrics` are there. */
  readonly url: string
  /** Takes no new work, finishes what runs, and resolves within the grace time. */
  readonly close: () => Promise<void>
}

/**
 * Starts the program `avatar-gateway` inside this process. Signals are left to the caller.
 *
 * @throws SettingsError when settings are missing or wrong, ListenError when the port cannot be had.
 * @example
 * const gateway = await startGateway({ env: { ...process.env, AVATAR_PORT: '0' } })
 * await gateway.close()
 */
export async function startGateway(options: GatewayOptions = {}): Promise<RunningGateway> {
  const { env = process.env, args = [], graceMs = 10_000 } = options
  const { print = (line) => void process.stdout.write(`${line}\n`) } = options
  const settings = resolveSettings(env, args)
  const { access, basePath, logLevel, pictures } = settings
  const log = createLog(logLevel, options.logTo ?? createLogDestination())
  const version = readVersion()
  const work = createWork()
  const metrics = createMetrics({ version, stats: () => handler.stats(), running: () => work.size })
  const resizer = pictures === 'proxy' ? await loadResizer() : undefined
  const handler = createGatewayHandler({ settings, resizer, metrics, log })
  const avatars = toNodeHandler(handler)
  const ownOrigins = access.kind === 'public' && settings.trustProxy === 0 ? settings.corsOrigins : undefined
  const server = createGatewayServer(createListener({ basePath, avatars, metrics, work, log, ownOrigins }))
  log.info(
    {
      event: 'starting',
      version,
      node: process.version,
      access: describeAccess(access),
      pictures,
      resizer:
        resizer === undefined ? 'none: original pictures are served. Install sharp for small ones' : 'sharp',
    },
    'starting',
  )
  for (const warning of settings.warnings) log.warn({ event: 'setting' }, warning)
  const url = await listen(server, settings).catch((error: unknown) => {
    handler.close()
    throw error
  })
  const backendUrl = `${url}${basePath}`
  log.info({ event: 'ready' }, 'ready')
  print(`avatar-gateway listening on ${backendUrl}`)

  const stop = async (): Promise<void> => {
    log.info({ event: 'stopping', running: work.size }, 'stopping: no new work, finishing what runs')
    const isClean = await stopServer({ server, work, graceMs, endLookUps: () => handler.close() })
    log.info({ event: 'stopped', cutOff: !isClean }, 'stopped')
  }
  let stopping: Promise<void> | undefined
  return {
    url,
    backendUrl,
    close() {
      stopping ??= stop()
      return stopping
    },
  }
}

function describeAccess(access: ReturnType<typeof resolveSettings>['access']): string {
  if (access.kind === 'public') return 'public'
  const jwt = access.jwt === undefined ? [] : [access.jwt.key.kind === 'jwks' ? 'jwks' : 'jwt secret']
  const count = access.bearerTokens.length
  return [...(count === 0 ? [] : [`${count} bearer tokens`]), ...jwt].join(' and ')
}
