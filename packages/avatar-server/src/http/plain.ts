/** A request as the core sees it, whatever server it came through. Everything that costs something is asked for. */
export interface PlainRequest {
  readonly method: string
  /** The request target as it came: path and query, or in absolute form. Nothing is built from it. */
  readonly target: string
  /** `name` in lower case. */
  header(name: string): string | undefined
  /** Address of the peer, where the server knows it. */
  readonly ip: string | undefined
  /** The request object of the framework, for `authorize`. */
  readonly raw: unknown
  /** Aborts when the client leaves. */
  readonly signal: AbortSignal
  /** @throws AvatarError `payload_too_large`, or `bad_request` when the body does not come to its end. */
  readText(maxBytes: number): Promise<string>
  /** Keeps the runtime alive for work behind the response. */
  readonly waitUntil?: ((promise: Promise<unknown>) => void) | undefined
  /** Variables of the runtime, where they are not in `process.env`. */
  readonly env?: Readonly<Record<string, unknown>> | undefined
}

/** A response as the core makes it. */
export interface PlainResponse {
  readonly status: number
  /** Names in lower case. Shared between requests: copied, never changed. */
  readonly headers: Readonly<Record<string, string>>
  /** Values of `Set-Cookie`, the one header that comes several times. */
  readonly cookies?: readonly string[] | undefined
  /** Text and bytes are complete; a stream is written piece by piece as the client reads. */
  readonly body: string | Uint8Array | AsyncIterable<string | Uint8Array> | undefined
}

/** The core: one function from one to the other. It never rejects. */
export type PlainHandler = (request: PlainRequest) => PlainResponse | Promise<PlainResponse>
