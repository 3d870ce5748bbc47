import type { ServerResponse } from 'node:http'
import type { PlainResponse } from '../http/plain.js'

/** Sends a plain response; a stream goes out only as fast as the client reads. Rejects when the client leaves. */
export function sendNodeResponse(
  response: ServerResponse,
  { status, headers, cookies, body }: PlainResponse,
): Promise<void> | undefined {
  // Added to what a framework may have set before us.
  if (cookies !== undefined) response.appendHeader('set-cookie', cookies)
  if (body === undefined) {
    response.writeHead(status, headers).end()
    return undefined
  }
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    response.writeHead(status, headers)
    return sendPieces(response, body)
  }
  const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.length
  const flat = flatten(headers)
  if (headers['content-length'] === undefined) flat.push('content-length', String(bytes))
  response.writeHead(status, flat).end(body)
  return undefined
}

/** In the form that Node takes fastest: a copy of the object costs as much as a look-up from the cache. */
function flatten(headers: PlainResponse['headers']): string[] {
  const flat: string[] = []
  for (const name in headers) flat.push(name, headers[name] ?? '')
  return flat
}

async function sendPieces(
  response: ServerResponse,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const iterator = pieces[Symbol.asyncIterator]()
  // Also while a piece is waited for, which may be for long.
  const leave = (): void => void iterator.return?.().catch(() => {})
  response.once('close', leave)
  for (;;) {
    const { done, value } = await iterator.next()
    if (response.destroyed) return leave()
    if (done === true) break
    if (value.length === 0) response.flushHeaders()
    else if (!response.write(value)) await drained(response)
  }
  // Not after a failure: an answer that is cut off must not look like a whole one.
  response.end()
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
