import type { Server } from 'node:http'

/** The program cannot listen where it should. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}

/** Listens, and returns the address as an url writes it. @throws ListenError that says what to do. */
export function listen(server: Server, { host, port }: { host: string; port: number }): Promise<string> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => reject(new ListenError(explain(error.code, port)))
    server.once('error', onError)
    server.listen(port, host, () => {
      server.off('error', onError)
      const address = server.address()
      const taken = typeof address === 'object' && address !== null ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${taken}`)
    })
  })
}

function explain(code: string | undefined, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is taken. Stop the program that uses it, or set AVATAR_PORT (--port) to another; 0 takes any free one.`
    case 'EACCES':
      return `port ${port} needs more rights. Set AVATAR_PORT (--port) to one above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'AVATAR_HOST (--host) is no address of this machine. Leave it out for 127.0.0.1, or set 0.0.0.0 for all.'
    default:
      return `it cannot listen on port ${port} (${code ?? 'unknown reason'}).`
  }
}
