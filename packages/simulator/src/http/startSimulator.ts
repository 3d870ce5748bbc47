import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createSimulator } from '../createSimulator.js'
import type { Simulator } from '../createSimulator.js'
import type { SimulatorOptions } from '../options.js'
import { sendResponse } from './sendResponse.js'
import { toRequest } from './toRequest.js'

/** Settings of {@link startSimulator}: those of a simulator, and where to listen. */
export interface StartSimulatorOptions extends SimulatorOptions {
  /** Port, 0 for a free one. Default 0. */
  port?: number | undefined
  /** Address to listen on. Default `127.0.0.1`. */
  host?: string | undefined
}

/** A simulator that listens. */
export interface RunningSimulator {
  /** Its origin, such as `http://127.0.0.1:40123`, without a slash at the end. */
  readonly url: string
  /** What to give a client as GREEN-API's apiUrl; the same as `url`. */
  readonly apiUrl: string
  readonly idInstance: string
  readonly apiToken: string
  readonly simulator: Simulator
  /** Stops listening and ends every open connection. */
  readonly close: () => Promise<void>
}

/**
 * Starts a simulator on an HTTP port of this machine. Picture links point to it unless `pictureBaseUrl` says otherwise.
 * `rateWindowMs` is 900 by default, for the jitter of a network.
 *
 * @throws the system's error (`EADDRINUSE` for a taken port), or what `createSimulator` throws.
 * @example
 * ```ts
 * const running = await startSimulator({ contacts: 50 })
 * process.env.GREEN_API_URL = running.apiUrl
 * await running.close()
 * ```
 */
export async function startSimulator(options: StartSimulatorOptions = {}): Promise<RunningSimulator> {
  const { port = 0, host = '127.0.0.1', rateWindowMs = 900, ...rest } = options
  const simulator = createSimulator({ ...rest, rateWindowMs })
  let origin = ''
  const server = createServer((incoming, outgoing) => void serve(simulator, incoming, outgoing, origin))
  origin = await listen(server, port, host)
  return {
    url: origin,
    apiUrl: origin,
    idInstance: simulator.idInstance,
    apiToken: simulator.apiToken,
    simulator,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function serve(
  simulator: Simulator,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  origin: string,
): Promise<void> {
  try {
    await sendResponse(await simulator.fetch(await toRequest(incoming, outgoing, origin)), outgoing)
  } catch {
    // A fault that drops the connection, or a client that left: either way there is nobody to answer.
    outgoing.destroy()
  }
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      const taken = typeof address === 'object' && address !== null ? address.port : port
      resolve(`http://${reachable(host)}:${taken}`)
    })
  })
}

/** A name to reach the server by: an address that means "all of this machine" is none to call. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
