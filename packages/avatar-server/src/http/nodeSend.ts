import { AvatarError } from '@greenapi/avatar-core/protocol'
import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import {
  JSON_REQUEST_HEADERS,
  type UpstreamReply,
  type UpstreamRequest,
  type UpstreamSend,
} from './upstreamRequest.js'

// Idle connections are let go before a server would; none of them keeps the process alive.
const AGENT_OPTIONS = { keepAlive: true, timeout: 30_000, maxSockets: 128 } as const

/** By `node:https`, which tells when a request is out, a new connection and its handshake included. */
export function createNodeSend(): UpstreamSend {
  const agents = { http: new HttpAgent(AGENT_OPTIONS), https: new HttpsAgent(AGENT_OPTIONS) }

  const attempt = (url: URL, what: UpstreamRequest, isRetry: boolean): Promise<UpstreamReply> =>
    new Promise((resolve, reject) => {
      const isSecure = url.protocol === 'https:'
      const request = (isSecure ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        agent: isSecure ? agents.https : agents.http,
        headers: { ...JSON_REQUEST_HEADERS, 'content-length': Buffer.byteLength(what.body) },
        signal: what.signal,
      })
      request.on('finish', what.onSent)
      request.on('response', (message) => resolve(toReply(message)))
      request.on('error', () => {
        // The server closed an idle connection just as it was used again: nothing was asked yet.
        const isStale = request.reusedSocket && !isRetry && !what.signal.aborted
        if (isStale) attempt(url, what, true).then(resolve, reject)
        else reject(new AvatarError('upstream_failed'))
      })
      request.end(what.body)
    })

  return (url, what) => attempt(new URL(url), what, false)
}

function toReply(message: IncomingMessage): UpstreamReply {
  const { statusCode = 0, headers } = message
  const pieces: AsyncIterator<Uint8Array> = message[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    cancel: () => void message.destroy(),
  })
  return { status: statusCode, retryAfter: headers['retry-after'] ?? null, body }
}
