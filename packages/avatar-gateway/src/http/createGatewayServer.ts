import { type RequestListener, type Server, createServer } from 'node:http'

/** Limits of a server that strangers can reach. */
const SERVER_LIMITS = {
  /** For the head of a request; slow senders are cut off. */
  headersTimeout: 10_000,
  /** For a whole request, its body included. */
  requestTimeout: 30_000,
  /** Longer than the 60 s after which load balancers and nginx let go of an idle connection: they must be first. */
  keepAliveTimeout: 65_000,
  /** How often those are looked after. */
  connectionsCheckingInterval: 5_000,
  /** Bytes of a request's head. Room for a large token. */
  maxHeaderSize: 16_384,
} as const

/** A connection on which nothing moves for so long, for example of a reader that stopped reading, is ended. */
const SOCKET_TIMEOUT_MS = 60_000

export function createGatewayServer(listener: RequestListener): Server {
  const server = createServer(SERVER_LIMITS, listener)
  server.timeout = SOCKET_TIMEOUT_MS
  return server
}
