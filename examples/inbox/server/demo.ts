import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Backend } from './backend.js'
import { listen } from './listen.js'
import type { Page } from './page.js'
import type { Settings } from './settings.js'

/** A running demo. */
export interface Demo {
  readonly url: string
  readonly about: string
  readonly close: () => Promise<void>
}

/**
 * Starts everything behind one address on loopback.
 *
 * @throws {StartError} when a person has to change something; whatever was started is stopped again.
 */
export async function startDemo(settings: Settings): Promise<Demo> {
  // The newest first.
  const closers: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const closeOne of closers.splice(0)) await closeOne()
  }
  try {
    let answer: Answer = (_request, response) => plain(response, 503, 'The demo is starting.')
    const server = createServer((request, response) => answer(request, response))
    const port = await listen(server, settings.port)
    closers.unshift(async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    })
    // Loaded only now, as they take longer than it takes to say that a port is taken.
    const [{ startBackend }, { startPage }] = await Promise.all([import('./backend.js'), import('./page.js')])
    const backend = await startBackend(settings)
    closers.unshift(backend.close)
    const page = await startPage()
    closers.unshift(page.close)
    answer = route(backend, page, port)
    return { url: `http://127.0.0.1:${port}`, about: backend.about, close }
  } catch (error) {
    await close()
    throw error
  }
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

function route(backend: Backend, page: Page, port: number): Answer {
  const chats = JSON.stringify(backend.chatList)
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  return (request, response) => {
    const path = request.url?.split('?')[0] ?? '/'
    // A name that somebody else points at this machine must not reach the demo.
    if (!hosts.has(request.headers.host ?? '')) plain(response, 403, 'This demo answers on 127.0.0.1 only.')
    else if (path === '/api/chats') json(response, chats)
    else if (path === '/api/avatars' || path.startsWith('/api/avatars/')) backend.avatars(request, response)
    else page.serve(request, response, () => plain(response, 404, 'Not found.'))
  }
}

function json(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(body)
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(text)
}
