import { lookup as dnsLookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import type { AgentOptions, ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { isAllowedAddress } from './addressKind.js'
import type { PictureTransport, TransportAnswer } from './transport.js'

/** Gives all addresses of a host name to its callback. */
export type ResolveHost = (
  hostname: string,
  callback: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void

export interface NodeTransportOptions {
  /** The system's resolver by default. */
  resolveHost?: ResolveHost | undefined
  /** Opens the connection; Node's own way by default. What it is given holds the `lookup` that must be used. */
  createConnection?: ((options: RequestOptions) => Duplex) | undefined
}

const REQUEST_HEADERS = {
  accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif',
  // A body that grows when unpacked could not be bounded by its size on the wire.
  'accept-encoding': 'identity',
  'user-agent': 'greenapi-avatar-server',
}
const AGENT_OPTIONS: AgentOptions = { keepAlive: true, maxSockets: 16, maxTotalSockets: 32, timeout: 30_000 }

const systemResolve: ResolveHost = (hostname, callback) =>
  dnsLookup(hostname, { all: true, verbatim: true }, callback)

/**
 * The transport for Node. A host name is resolved once per connection, inside the connection's own `lookup`: every
 * address of the answer must be allowed, and it is these that are connected to, so nothing can change in between.
 * The address in use is checked once more on each socket, for addresses written into the link and for runtimes
 * whose `node:https` leaves `lookup` out.
 */
export function createNodeTransport(options: NodeTransportOptions = {}): PictureTransport {
  const resolveHost = options.resolveHost ?? systemResolve
  const agents = { http: new HttpAgent(AGENT_OPTIONS), https: new HttpsAgent(AGENT_OPTIONS) }
  const { createConnection } = options
  if (createConnection !== undefined) {
    for (const agent of [agents.http, agents.https]) Object.assign(agent, { createConnection })
  }
  return {
    get: (url, { signal, allowPrivate }) =>
      new Promise((resolve, reject) => {
        const guard = createGuard(resolveHost, allowPrivate)
        const secure = url.protocol === 'https:'
        const request = (secure ? httpsRequest : httpRequest)(url, {
          agent: secure ? agents.https : agents.http,
          headers: REQUEST_HEADERS,
          lookup: guard.lookup,
          signal,
        })
        request.on('socket', (socket) => guard.watch(socket, request))
        request.on('response', (response) => {
          if (guard.verified) return resolve({ kind: 'answer', answer: answerOf(response) })
          request.destroy()
          return resolve({ kind: 'blocked' })
        })
        request.on('error', (error) => (guard.blocked ? resolve({ kind: 'blocked' }) : reject(error)))
        // Last in any case, and the only sign when a host switches protocols.
        request.on('close', () =>
          reject(new Error('@greenapi/avatar-server: the connection for a picture closed.')),
        )
        request.end()
      }),
    close() {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

interface Guard {
  readonly lookup: LookupFunction
  /** An address was turned down. */
  readonly blocked: boolean
  /** The address of the connection in use was seen, and is allowed. */
  readonly verified: boolean
  watch(socket: Socket, request: ClientRequest): void
}

function createGuard(resolveHost: ResolveHost, allowPrivate: boolean): Guard {
  let blocked = false
  let verified = false
  const block = (): Error => {
    blocked = true
    return new Error('@greenapi/avatar-server: the address of a picture is not public.')
  }
  return {
    get blocked() {
      return blocked
    },
    get verified() {
      return verified
    },
    lookup(hostname, { all }, callback) {
      resolveHost(hostname, (error, addresses) => {
        if (error !== null) return callback(error, '')
        const first = addresses[0]
        const allowed = addresses.every(({ address }) => isAllowedAddress(address, allowPrivate))
        if (!allowed || first === undefined) callback(block(), '')
        else if (all === true) callback(null, [...addresses])
        else callback(null, first.address, first.family)
      })
    },
    watch(socket, request) {
      const check = (): void => {
        verified = isAllowedAddress(socket.remoteAddress, allowPrivate)
        if (!verified) request.destroy(block())
      }
      if (socket.connecting) socket.once('connect', check)
      // One that failed already says why by itself.
      else if (!socket.destroyed) check()
    },
  }
}

function answerOf(response: IncomingMessage): TransportAnswer {
  // Whoever reads the body hears of it there; a discarded one must not end the process.
  response.on('error', () => {})
  return {
    status: response.statusCode ?? 0,
    header(name) {
      const value = response.headers[name]
      return Array.isArray(value) ? value.join(', ') : value
    },
    body: response,
    discard: () => response.destroy(),
  }
}
