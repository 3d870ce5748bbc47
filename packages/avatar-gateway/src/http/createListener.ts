import type { NodeHandler } from '@greenapi/avatar-server/node'
import type { RequestListener } from 'node:http'
import type { Logger } from 'pino'
import { describeError } from '../observe/describeError.js'
import type { Metrics } from '../observe/createMetrics.js'
import { type Route, routeOf } from '../routeOf.js'
import {
  type Exchange,
  sendDraining,
  sendForeignHost,
  sendNotAllowed,
  sendNotFound,
  sendText,
} from './answers.js'
import type { Work } from './createWork.js'
import { isLoopback, isOwnHost } from './isOwnHost.js'

export interface ListenerOptions {
  readonly basePath: string
  readonly avatars: NodeHandler
  readonly metrics: Metrics
  readonly work: Work
  readonly log: Logger
  /** Of pages whose names are ours; `undefined`: names are not looked at, since requests prove themselves. */
  readonly ownOrigins: readonly string[] | undefined
}

/** Status of a request whose client left before the end of the answer. */
const CLIENT_LEFT = 499

/** Leads each request to avatars, health or metrics, and counts it. */
export function createListener({
  basePath,
  avatars,
  metrics,
  work,
  log,
  ownOrigins,
}: ListenerOptions): RequestListener {
  const isForeign = ({ headers, socket }: Exchange['request']): boolean =>
    ownOrigins !== undefined && isLoopback(socket.localAddress) && !isOwnHost(headers.host, ownOrigins)

  const answerOps = async (exchange: Exchange, route: Route): Promise<void> => {
    const { method } = exchange.request
    if (method !== 'GET' && method !== 'HEAD') return sendNotAllowed(exchange)
    if (route === 'healthz') return sendText(exchange, 200, { text: 'ok\n' })
    if (route === 'readyz') {
      return work.isDraining
        ? sendText(exchange, 503, { text: 'stopping\n' })
        : sendText(exchange, 200, { text: 'ready\n' })
    }
    return sendText(exchange, 200, { text: await metrics.text(), contentType: metrics.contentType })
  }

  return (request, response) => {
    const route = routeOf(request.url ?? '/', basePath)
    const startedMs = performance.now()
    const exchange = { request, response }
    response.once('close', () => {
      const status = response.writableFinished ? response.statusCode : CLIENT_LEFT
      const durationMs = performance.now() - startedMs
      metrics.countRequest(route, status, durationMs)
      // The path stays out: it may hold a sealed picture, the query a phone number.
      log.debug(
        { event: 'request', route, method: request.method, status, durationMs: Math.round(durationMs) },
        'request',
      )
    })
    if (route === 'other') return sendNotFound(exchange)
    if (route !== 'healthz' && route !== 'readyz' && isForeign(request)) return sendForeignHost(exchange)
    if (route !== 'avatars' && route !== 'picture') {
      answerOps(exchange, route).catch((error: unknown) => {
        log.error({ event: 'problem', where: route, ...describeError(error) }, 'answering failed')
        response.destroy()
      })
      return undefined
    }
    if (work.isDraining) return sendDraining(exchange)
    work.add(response)
    return avatars(request, response)
  }
}
