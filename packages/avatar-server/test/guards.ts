import { once } from 'node:events'
import { IncomingMessage, type ClientRequest } from 'node:http'

/** The url of a found answer. */
export function urlOf(answer: unknown): string {
  const url = typeof answer === 'object' && answer !== null && 'url' in answer ? answer.url : undefined
  if (typeof url !== 'string') throw new Error(`No picture in ${JSON.stringify(answer)}`)
  return url
}

/** The port of a listening server. */
export function portOf(address: unknown): number {
  const port = typeof address === 'object' && address !== null && 'port' in address ? address.port : undefined
  if (typeof port !== 'number') throw new Error('The server does not listen on a port.')
  return port
}

export async function responseTo(request: ClientRequest): Promise<IncomingMessage> {
  const [response]: unknown[] = await once(request, 'response')
  if (!(response instanceof IncomingMessage)) throw new Error('No response came.')
  return response
}

/** The next bytes of a stream, as text. */
export async function nextPiece(stream: NodeJS.ReadableStream): Promise<string> {
  const [piece]: unknown[] = await once(stream, 'data')
  return String(piece)
}
