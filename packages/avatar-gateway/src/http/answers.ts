import { AvatarError, encodeProblem } from '@greenapi/avatar-core/protocol'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Other origins may neither read nor embed it: what the program tells of itself is for its operators. */
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

/** A short text, as health checks and Prometheus read it. */
export function sendText(
  { request, response }: Exchange,
  status: number,
  {
    text,
    contentType = 'text/plain; charset=utf-8',
  }: { readonly text: string; readonly contentType?: string },
): void {
  send({ request, response }, status, { 'content-type': contentType, text })
}

/** The program stops: this goes to another one, or to the next. */
export function sendDraining(exchange: Exchange): void {
  const error = new AvatarError('overloaded', { retryAfterMs: 2_000 })
  send(exchange, 503, {
    'retry-after': '2',
    connection: 'close',
    'content-type': 'application/problem+json',
    text: JSON.stringify({
      ...encodeProblem(error),
      detail: 'avatar-gateway: the program is stopping. Ask again in a moment.',
    }),
  })
}

export function sendNotFound(exchange: Exchange): void {
  sendProblem(
    exchange,
    404,
    'avatar-gateway: nothing is served at this path. Look at the address it printed when it started.',
  )
}

/** RFC 9110, 421: not the server for that name. */
export function sendForeignHost(exchange: Exchange): void {
  sendProblem(
    exchange,
    421,
    'avatar-gateway: access is public on this machine alone, and the Host header names another. Ask by IP address or localhost, list the page in AVATAR_CORS_ORIGINS, or set AVATAR_TRUST_PROXY behind a proxy of yours.',
  )
}

export function sendNotAllowed(exchange: Exchange): void {
  exchange.response.setHeader('allow', 'GET, HEAD')
  sendProblem(exchange, 405, 'avatar-gateway: this method is not served here. Use GET.')
}

export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

function sendProblem(exchange: Exchange, status: number, detail: string): void {
  const text = JSON.stringify({ ...encodeProblem(new AvatarError('bad_request')), status, detail })
  send(exchange, status, { 'content-type': 'application/problem+json', text })
}

function send(
  { request, response }: Exchange,
  status: number,
  { text, ...headers }: Readonly<Record<string, string>> & { readonly text: string },
): void {
  // A body nobody wants must not keep the connection busy.
  request.resume()
  response.writeHead(status, { ...HEADERS, ...headers, 'content-length': Buffer.byteLength(text) })
  response.end(request.method === 'HEAD' ? undefined : text)
}
