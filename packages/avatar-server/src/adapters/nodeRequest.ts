import { AvatarError } from '@greenapi/avatar-core/protocol'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PlainRequest } from '../handler/plain.js'

/** How long a client may take to send its body. */
const BODY_TIMEOUT_MS = 10_000
/** How much of an unwanted body is read and thrown away, so that the client can read the answer before the close. */
const MAX_DISCARDED_BYTES = 1_048_576

export interface NodeRequest {
  readonly request: PlainRequest
  /** The response is out. */
  end(): void
}

/** A request of `node:http` in plain form. The abort signal is made when somebody asks for it: most never do. */
export function createNodeRequest(
  message: IncomingMessage,
  response: ServerResponse,
  framework: { readonly raw: unknown; readonly ip: string | undefined } = {
    raw: message,
    ip: message.socket.remoteAddress,
  },
): NodeRequest {
  let controller: AbortController | undefined
  const onClose = (): void => {
    if (!response.writableFinished) controller?.abort(new DOMException('The client left.', 'AbortError'))
  }

  return {
    request: {
      method: message.method ?? 'GET',
      target: message.url ?? '/',
      header(name) {
        const value = message.headers[name]
        return typeof value === 'string' ? value : value?.join(', ')
      },
      ip: framework.ip,
      raw: framework.raw,
      get signal() {
        if (controller === undefined) {
          controller = new AbortController()
          response.once('close', onClose)
          if (response.destroyed) onClose()
        }
        return controller.signal
      },
      readText: (maxBytes) => readText(message, response, maxBytes),
    },
    end: () => void response.off('close', onClose),
  }
}

function readText(message: IncomingMessage, response: ServerResponse, maxBytes: number): Promise<string> {
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
    const finish = (): void => {
      clearTimeout(timer)
      message.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken)
    }
    const refuse = (error: AvatarError): void => {
      finish()
      discard(message, response)
      reject(error)
    }
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length
      if (bytes > maxBytes) refuse(new AvatarError('payload_too_large'))
      else chunks.push(chunk)
    }
    const onEnd = (): void => {
      finish()
      const [only] = chunks
      resolve((chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).toString())
    }
    const onBroken = (): void => refuse(new AvatarError('bad_request'))
    const timer = setTimeout(onBroken, BODY_TIMEOUT_MS)
    message.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken)
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
