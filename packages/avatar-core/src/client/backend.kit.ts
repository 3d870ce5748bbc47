import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { encodeAnswer } from '../protocol/answers.js'
import type { WireAnswer } from '../protocol/answers.js'

/** What a test backend was asked. */
export interface SeenRequest {
  method: string
  url: string
  headers: IncomingMessage['headers']
  chatIds: string[]
  refresh: string[]
  waitMs: unknown
  /** Aborts when the client gives the request up. */
  signal: AbortSignal
}

/** A backend on loopback for one test. */
export interface Backend {
  url: string
  requests: SeenRequest[]
}

export type Answerer = (request: SeenRequest, response: ServerResponse) => void | Promise<void>

/** Starts a real HTTP backend that goes away with the test. */
export async function startBackend(answerTo: Answerer): Promise<Backend> {
  const requests: SeenRequest[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (text += part))
    request.on('end', () => {
      const seen = seenRequest(request, text, response)
      requests.push(seen)
      void answerTo(seen, response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the backend has no port')
  return { url: `http://127.0.0.1:${address.port}/api/avatars`, requests }
}

function seenRequest(request: IncomingMessage, text: string, response: ServerResponse): SeenRequest {
  const controller = new AbortController()
  response.on('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  const { method = '', url = '', headers } = request
  const { chatIds = [], refresh = [], waitMs }: Partial<SeenRequest> = text === '' ? {} : JSON.parse(text)
  return { method, url, headers, chatIds, refresh, waitMs, signal: controller.signal }
}

/** The line of a picture for a chat. */
export const foundLine = (chatId: string): string =>
  line({ chatId, status: 'found', url: `picture/${chatId}`, freshForMs: 60_000 })

/** An answer as a line. */
export const line = (answer: WireAnswer): string => `${encodeAnswer(answer)}\n`

/** The chat id of a person, by number. */
export const person = (index: number): string => `${5_521_900_000_000 + index}@c.us`

/** A promise that is settled from outside. */
export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
