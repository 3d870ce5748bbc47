import type { ServerResponse } from 'node:http'
import type { PlainResponse } from '../handler/plain.js'

/** Sends a plain response; a stream goes out only as fast as the client reads. Rejects when the client leaves. */
export async function sendNodeResponse(response: ServerResponse, answer: PlainResponse): Promise<void> {
  const { status, headers, body } = answer
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) {
    sendWhole(response, status, { headers, body })
    return
  }
  response.writeHead(status, headers)
  try {
    for await (const piece of body) {
      if (response.destroyed) return
      if (piece.length === 0) response.flushHeaders()
      else if (!response.write(piece)) await drained(response)
    }
  } finally {
    if (!response.destroyed) response.end()
  }
}

function sendWhole(
  response: ServerResponse,
  status: number,
  { headers, body }: Pick<PlainResponse, 'headers'> & { readonly body: string | Uint8Array | undefined },
): void {
  if (body === undefined) {
    response.writeHead(status, headers).end()
    return
  }
  const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.length
  response.writeHead(status, { ...headers, 'content-length': bytes }).end(body)
}

/** Resolves when more may be written, or when nobody reads any more. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
  })
}
