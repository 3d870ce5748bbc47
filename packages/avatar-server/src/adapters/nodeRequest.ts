import { AvatarError } from '@greenapi/avatar-core/protocol'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PlainRequest } from '../http/plain.js'

/** How much of an unwanted body is read and thrown away, so that the client can read the answer before the close. */
const MAX_DISCARDED_BYTES = 1_048_576

export interface NodeAdapterOptions {
  /** How long a client may take to send its body. Default 10,000. */
  readonly bodyTimeoutMs?: number | undefined
}

/** Both sides of one exchange, and what the framework knows of it. */
export interface NodeExchange extends NodeAdapterOptions {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** What `authorize` gets in place of the request and the address of the peer. */
  readonly framework?: { readonly raw: unknown; readonly ip: string | undefined } | undefined
}

/**
 * A request of `node:http` in plain form. A class, for an accessor in an object literal costs more than a look-up from the
 * cache. The abort signal is made when somebody asks for it: most never do.
 */
export class NodeRequest implements PlainRequest {
  readonly #exchange: NodeExchange
  #controller: AbortController | undefined

  constructor(exchange: NodeExchange) {
    this.#exchange = exchange
  }

  get method(): string {
    return this.#exchange.request.method ?? 'GET'
  }

  get target(): string {
    return this.#exchange.request.url ?? '/'
  }

  get ip(): string | undefined {
    const { framework, request } = this.#exchange
    return framework === undefined ? request.socket.remoteAddress : framework.ip
  }

  get raw(): unknown {
    const { framework, request } = this.#exchange
    return framework === undefined ? request : framework.raw
  }

  get signal(): AbortSignal {
    return (this.#controller ??= abortOnClose(this.#exchange.response)).signal
  }

  header(name: string): string | undefined {
    const value = this.#exchange.request.headers[name]
    if (typeof value === 'string') return value
    return Array.isArray(value) ? value.join(', ') : undefined
  }

  readText(maxBytes: number): Promise<string> {
    return readText(this.#exchange, maxBytes)
  }
}

function abortOnClose(response: ServerResponse): AbortController {
  const controller = new AbortController()
  const onClose = (): void => {
    if (!response.writableFinished) controller.abort(new DOMException('The client left.', 'AbortError'))
  }
  response.once('close', onClose)
  if (response.destroyed) onClose()
  return controller
}

function readText(exchange: NodeExchange, maxBytes: number): Promise<string> {
  const { request: message, response, bodyTimeoutMs = 10_000 } = exchange
  if ('body' in message && message.body !== undefined && message.readableEnded) {
    return Promise.resolve(textOfParsed(message.body))
  }
  if (Number(message.headers['content-length'] ?? 0) > maxBytes) {
    discard(message, response)
    return Promise.reject(new AvatarError('payload_too_large'))
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    let isOver = false
    const end = (): boolean => {
      if (isOver) return false
      clearTimeout(timer)
      isOver = true
      return true
    }
    const refuse = (code: 'payload_too_large' | 'bad_request'): void => {
      if (!end()) return
      discard(message, response)
      reject(new AvatarError(code))
    }
    const timer = setTimeout(refuse, bodyTimeoutMs, 'bad_request')
    // Left on the message, which goes with its request: taking them off costs more than they do.
    message.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxBytes) refuse('payload_too_large')
      else chunks.push(chunk)
    })
    message.on('end', () => {
      const [only] = chunks
      if (end())
        resolve((chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).toString())
    })
    message.on('close', () => refuse('bad_request'))
  })
}

/** The body as a parser before us left it. */
function textOfParsed(body: unknown): string {
  if (typeof body === 'string') return body
  return body instanceof Uint8Array ? Buffer.from(body).toString() : JSON.stringify(body)
}

/** Ends the connection with this answer, reading on a little, else the client would see a reset in its place. */
function discard(message: IncomingMessage, response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close')
  let bytes = 0
  message.on('error', () => {})
  message.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MAX_DISCARDED_BYTES) message.destroy()
  })
  message.resume()
}
