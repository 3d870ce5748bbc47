import { createServer, type RequestListener, type Server } from 'node:http'
import { connect } from 'node:net'
import { createSimulator, type Simulator, type SimulatorOptions } from '@greenapi/simulator'
import { portOf } from './guards.js'
import { toNodeHandler } from '../src/adapters/node.js'
import {
  type AvatarHandler,
  type AvatarHandlerOptions,
  type AvatarServerEvent,
  createAvatarHandler,
} from '../src/index.js'

export interface NodeServer {
  readonly port: number
  readonly url: string
  readonly server: Server
  close(): Promise<void>
}

/** Any listener on a free port of this machine. */
export async function listen(listener: RequestListener): Promise<NodeServer> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server.address())
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export interface AvatarServer extends NodeServer {
  readonly handler: AvatarHandler
  readonly simulator: Simulator
  readonly events: AvatarServerEvent[]
  readonly backendUrl: string
}

/** A handler over an in-process simulator. */
export function createServed(
  options: Partial<AvatarHandlerOptions> = {},
  simulated: SimulatorOptions = {},
): { readonly handler: AvatarHandler; readonly simulator: Simulator; readonly events: AvatarServerEvent[] } {
  const simulator = createSimulator({ contacts: 200, groups: 5, ratePerSecond: Infinity, ...simulated })
  const { idInstance, apiToken } = simulator
  const events: AvatarServerEvent[] = []
  const handler = createAvatarHandler({
    authorize: 'public',
    credentials: { idInstance, apiToken },
    fetch: simulator.fetch,
    rate: { perSecond: 1_000 },
    onEvent: (event) => events.push(event),
    ...options,
  })
  return { handler, simulator, events }
}

/** The same, on the Node adapter. */
export async function startAvatarServer(
  options: Partial<AvatarHandlerOptions> = {},
  simulated: SimulatorOptions = {},
): Promise<AvatarServer> {
  const served = createServed(options, simulated)
  const running = await listen(toNodeHandler(served.handler))
  return {
    ...served,
    ...running,
    backendUrl: `${running.url}/api/avatars`,
    async close() {
      served.handler.close()
      await running.close()
    },
  }
}

export interface RawAnswer {
  readonly text: string
  /** Status lines, one per answer. */
  readonly statuses: readonly number[]
  /** `closed` by the server, or still `open` after `quietMs` without a byte. */
  readonly state: 'closed' | 'open'
}

/** Sends bytes over a socket as they are and collects what comes back. */
export function exchange(
  port: number,
  parts: string | readonly string[],
  { quietMs = 400, halfClose = false }: { readonly quietMs?: number; readonly halfClose?: boolean } = {},
): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    let timer = setTimeout(() => finish('open'), quietMs)
    const finish = (state: RawAnswer['state']): void => {
      clearTimeout(timer)
      socket.destroy()
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
      resolve({ text, statuses, state })
    }
    socket.on('data', (data) => {
      text += data.toString()
      clearTimeout(timer)
      timer = setTimeout(() => finish('open'), quietMs)
    })
    socket.on('error', () => {})
    socket.on('close', () => finish('closed'))
    for (const part of typeof parts === 'string' ? [parts] : parts) socket.write(part)
    if (halfClose) socket.end()
  })
}
