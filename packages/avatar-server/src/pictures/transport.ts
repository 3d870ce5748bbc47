/** What came back, before its body is read. */
export interface TransportAnswer {
  readonly status: number
  /** A header's value, by its name in lower case. */
  header(name: string): string | undefined
  /** May be read once; leaving the loop early closes the connection. */
  readonly body: AsyncIterable<Uint8Array>
  /** Closes the connection without reading on. */
  discard(): void
}

/** `blocked`: the host's name led to an address that may not be connected to. */
export type TransportResult =
  | { readonly kind: 'answer'; readonly answer: TransportAnswer }
  | { readonly kind: 'blocked' }

/**
 * Makes one GET request, follows nothing, sends no credentials, and connects only to addresses that
 * `isAllowedAddress` lets through. Rejects on network trouble and when `signal` aborts.
 */
export interface PictureTransport {
  get(url: URL, options: { signal: AbortSignal; allowPrivate: boolean }): Promise<TransportResult>
  close(): void
}
