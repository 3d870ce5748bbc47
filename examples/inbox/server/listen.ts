import type { Server } from 'node:http'
import { StartError } from './settings.js'

const HOST = '127.0.0.1'
/** Kept where it can be, as the browser stores pasted chats and the theme by address. */
const USUAL_PORT = 4310

/**
 * Listens on loopback and resolves to the port. Without a port it takes the usual one, or a free one if that is taken.
 *
 * @throws {StartError} when the port that was asked for is taken.
 */
export async function listen(server: Server, port: number | undefined): Promise<number> {
  try {
    return await listenOn(server, port ?? USUAL_PORT)
  } catch (error) {
    if (port === undefined && codeOf(error) === 'EADDRINUSE') return await listenOn(server, 0)
    throw new StartError(explain(port ?? USUAL_PORT, codeOf(error)))
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function explain(port: number, code: string | undefined): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that one, or choose another port with PORT.`
  }
  if (code === 'EACCES')
    return `Port ${port} may only be used by the system. Choose one above 1023 with PORT.`
  return `Port ${port} cannot be used (${code ?? 'unknown reason'}).`
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
