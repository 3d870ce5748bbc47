import { AvatarError } from '@greenapi/avatar-core/protocol'
import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import {
  JSON_REQUEST_HEADERS,
  STALE_CONNECTION,
  type UpstreamReply,
  type UpstreamSend,
} from './upstreamRequest.js'

// Idle connections are let go before a server would; none of them keeps the process alive. No bound of their own: each number's
// rate and deadline bound its calls, and what hangs for one number must not take another's connection away.
const AGENT_OPTIONS = { keepAlive: true, timeout: 30_000 } as const

/** By `node:https`, which tells when a request is out, a new connection and its handshake included. */
export function createNodeSend(): UpstreamSend {
  const agents = { http: new HttpAgent(AGENT_OPTIONS), https: new HttpsAgent(AGENT_OPTIONS) }

  return (address, what) =>
    new Promise((resolve, reject) => {
      const url = new URL(address)
      const isSecure = url.protocol === 'https:'
      const agent = isSecure ? agents.https : agents.http
      const request = (isSecure ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        agent,
        headers: { ...JSON_REQUEST_HEADERS, 'content-length': Buffer.byteLength(what.body) },
        signal: what.signal,
      })
      let isOver = false
      const fail = (): void => {
        if (isOver) return
        isOver = true
        const isStale = request.reusedSocket && !what.signal.aborted
        if (isStale) dropIdle(agent)
        reject(new AvatarError(isStale ? STALE_CONNECTION : 'upstream_failed'))
      }
      request.on('finish', what.onSent)
      request.on('response', (message) => {
        isOver = true
        resolve(toReply(message))
      })
      request.on('error', fail)
      // Comes alone after an answer that is none, such as 101.
      request.on('close', fail)
      request.end(what.body)
    })
}

/** When one idle connection was closed by the server the others were, too: what is asked again shall not meet them. */
function dropIdle({ freeSockets }: HttpAgent): void {
  for (const sockets of Object.values(freeSockets)) {
    for (const socket of sockets ?? []) socket.destroy()
  }
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
