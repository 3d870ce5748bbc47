import type { PlainResponse } from './plain.js'

/** The part of a `Response` that is read: apps may have one of another realm, or of a class of their framework. */
export interface ResponseLike {
  readonly status: number
  readonly headers: Pick<Headers, 'get' | 'forEach'> & Partial<Pick<Headers, 'getSetCookie'>>
}

export function isResponseLike(value: object): value is ResponseLike {
  if (!('status' in value) || typeof value.status !== 'number' || !('headers' in value)) return false
  const { headers } = value
  return typeof headers === 'object' && headers !== null && 'get' in headers && 'forEach' in headers
}

/** They are about the connection or the bytes of another answer: `fetch` has unpacked the body they came with. */
const NOT_PASSED_ON: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'proxy-connection',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** A `Response` in plain form, its body unread. */
export function toPlainResponse(response: ResponseLike): PlainResponse {
  const headers: Record<string, string> = {}
  response.headers.forEach((value, name) => {
    if (!NOT_PASSED_ON.has(name.toLowerCase())) headers[name.toLowerCase()] = value
  })
  const cookies = response.headers.getSetCookie?.() ?? []
  return {
    status: response.status,
    headers,
    ...(cookies.length === 0 ? {} : { cookies }),
    body: bodyOf(response),
  }
}

function bodyOf(response: ResponseLike): PlainResponse['body'] {
  const body: unknown = 'body' in response ? response.body : undefined
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  return isStream(body) ? pieces(body) : undefined
}

function isStream(value: unknown): value is ReadableStream<Uint8Array> {
  return typeof value === 'object' && value !== null && 'getReader' in value
}

/** Not a generator: one whose first piece was never asked for would not let go of the body, nor one that waits for a piece. */
function pieces(body: ReadableStream<Uint8Array>): AsyncIterableIterator<Uint8Array> {
  const reader = body.getReader()
  return {
    async next() {
      const { done, value } = await reader.read()
      return done ? { done, value: undefined } : { done, value }
    },
    async return() {
      await reader.cancel().catch(() => {})
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

/** Lets a body go that nobody will read. */
export function discardBody(body: PlainResponse['body']): void {
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) return
  void body[Symbol.asyncIterator]().return?.()
}

/** `Response` takes no body with these. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304])

/** A plain response as a `Response`; a stream is read as fast as the client does. */
export function toWebResponse(plain: PlainResponse): Response {
  const { status, headers, cookies = [], body } = plain
  if (WITHOUT_BODY.has(status)) discardBody(body)
  const response = new Response(WITHOUT_BODY.has(status) ? null : toBody(body), { status, headers })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}

function toBody(body: PlainResponse['body']): BodyInit | null {
  if (body === undefined || typeof body === 'string') return body ?? null
  return body instanceof Uint8Array ? new Uint8Array(body) : toStream(body)
}

function toStream(body: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const pieces = body[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done === true) controller.close()
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
      },
      async cancel() {
        await pieces.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

/** A body in one piece; only for bodies that are known to be small. */
export async function collectBody(body: PlainResponse['body']): Promise<string | Uint8Array | undefined> {
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) return body
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of body)
    text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
  return text + decoder.decode()
}
