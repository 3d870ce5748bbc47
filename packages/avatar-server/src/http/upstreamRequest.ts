/** A call to GREEN-API. Its url, which holds the token, is not part of it. */
export interface UpstreamRequest {
  /** JSON. */
  readonly body: string
  readonly signal: AbortSignal
  /** The request is out: all of it has been handed to the network. */
  readonly onSent: () => void
}

/** An answer of GREEN-API without its url. */
export interface UpstreamReply {
  readonly status: number
  readonly retryAfter: string | null
  readonly body: ReadableStream<Uint8Array> | null
}

/**
 * How a send fails when the server closed an idle connection just as it was used again: most likely nothing was asked. It is not
 * sent again here, for only the dispatcher may start calls.
 */
export const STALE_CONNECTION = 'network'

/**
 * Sends one request, following no redirect. Rejects with an AvatarError that says nothing of the request: what platforms
 * throw may name the url.
 */
export type UpstreamSend = (url: string, request: UpstreamRequest) => Promise<UpstreamReply>

export const JSON_REQUEST_HEADERS = {
  'content-type': 'application/json',
  accept: 'application/json',
} as const
