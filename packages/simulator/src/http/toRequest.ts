import type { IncomingMessage, ServerResponse } from 'node:http'

const MAX_BODY_BYTES = 1_000_000

/**
 * Turns a Node request into a `Request` addressed to `origin`. Its signal aborts when the client leaves.
 *
 * @throws RangeError for a body of more than 1 MB.
 */
export async function toRequest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  origin: string,
): Promise<Request> {
  const left = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished)
      left.abort(new DOMException('The client closed the connection', 'AbortError'))
  })
  const { method = 'GET', url = '/' } = incoming
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readBody(incoming)
  // Put together as text: resolving would let `//host/path` choose another host.
  return new Request(`${origin}${url}`, {
    method,
    signal: left.signal,
    ...(body === undefined ? {} : { body }),
  })
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of incoming) {
    const bytes: Uint8Array = chunk
    size += bytes.length
    if (size > MAX_BODY_BYTES) throw new RangeError('the request body is too large')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
