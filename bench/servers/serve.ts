import { createAvatarHandler } from '@greenapi/avatar-server'
import { toNodeHandler } from '@greenapi/avatar-server/node'
import { startSimulator } from '@greenapi/simulator/node'
import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

/*
 * One server in a process of its own, so that its CPU time can be read alone. `serve.ts handler` is ours, warm, and says
 * what it answers; `serve.ts web` is the same handler behind Node's own Request and Response; `serve.ts raw FILE` sends
 * the bytes of a recorded answer with node:http and nothing else.
 */

/** What the parent hears once the server listens. */
export interface ServerReady {
  port: number
  chatId: string
  picture: string
}

const [kind, recorded] = process.argv.slice(2)

function raw(): RequestListener {
  const { headers, body }: { headers: Record<string, string>; body: string } = JSON.parse(recorded ?? '')
  const bytes = Buffer.from(body, 'base64')
  return (_request, response) => {
    response.writeHead(200, headers)
    response.end(bytes)
  }
}

/** The handler as a plain fetch handler would be served by hand. */
function throughWebClasses(fetchHandler: (request: Request) => Promise<Response>): RequestListener {
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const headers = new Headers()
    for (let i = 0; i < incoming.rawHeaders.length; i += 2) {
      headers.append(incoming.rawHeaders[i] ?? '', incoming.rawHeaders[i + 1] ?? '')
    }
    const request = new Request(`http://127.0.0.1${incoming.url}`, {
      method: incoming.method ?? 'GET',
      headers,
    })
    const response = await fetchHandler(request)
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    if (response.body === null) outgoing.end()
    else Readable.from(response.body).pipe(outgoing)
  }
  return (incoming, outgoing) => void answer(incoming, outgoing)
}

async function handlerListener(): Promise<{ listener: RequestListener; chatId: string; picture: string }> {
  const { apiUrl, idInstance, apiToken, simulator } = await startSimulator({ contacts: 20, groups: 0 })
  const handler = createAvatarHandler({
    authorize: 'public',
    credentials: { apiUrl, idInstance, apiToken },
    allowPrivateAddresses: true,
    pictureHosts: [new URL(apiUrl).host],
    // They count as they always do, but let this one client ask on.
    budgets: { requests: { points: 1_000_000_000, perSeconds: 60 } },
  })
  const chatId = simulator.contacts.find(({ outcome }) => outcome === 'found')?.chatId ?? ''
  let picture = ''
  for await (const answer of handler.lookup([chatId])) picture = answer.status === 'found' ? answer.url : ''
  return {
    listener: kind === 'web' ? throughWebClasses(handler.fetch) : toNodeHandler(handler),
    chatId,
    picture,
  }
}

const { listener, chatId, picture } =
  kind === 'raw' ? { listener: raw(), chatId: '', picture: '' } : await handlerListener()
const server = createServer(listener).listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.send?.({ port, chatId, picture } satisfies ServerReady)
})
// Any message asks how much CPU time has been used so far, in microseconds.
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.(user + system)
})
process.on('disconnect', () => process.exit())
