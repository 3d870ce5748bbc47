import { sharpResizer } from '@greenapi/avatar-server/sharp'
import { createSimulator } from '@greenapi/simulator'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Chat } from './chat.js'

/** A backend that knows every chat and has every picture at hand, so that only the page costs time. */
export interface BenchBackend {
  chats: readonly Chat[]
  listener: RequestListener
}

/** Makes one with this many chats: names, pictures and sizes as in life. */
export async function createBackend(count: number): Promise<BenchBackend> {
  const { contacts, pictures } = createSimulator({ contacts: 3 * count, groups: 0 })
  const resizer = sharpResizer()
  const small = await Promise.all(
    pictures.map(async ({ url }) => {
      const original = { bytes: new Uint8Array(await readFile(url)), type: 'image/jpeg' as const }
      const result = await resizer.resize(original, { size: 48, signal: new AbortController().signal })
      if (result.kind !== 'resized') throw new Error(`bench: a picture is ${result.kind}`)
      return result.picture.bytes
    }),
  )
  // As long as a sealed url.
  const urlOf = (index: number): string => `picture/${String(index).padStart(47, '0')}`
  // Other scripts cost what the machine's fonts cost.
  const chats = contacts
    .filter(({ name }) => /^[\p{sc=Latin} .'-]+$/u.test(name))
    .slice(0, count)
    .map(({ chatId, name }, index) => ({ chatId, name, url: urlOf(index) }))
  if (chats.length < count) throw new Error(`bench: only ${chats.length} names in Latin letters`)
  const urls = new Map(chats.map(({ chatId, url }) => [chatId, url]))
  return {
    chats,
    listener(request, response) {
      const index = /\/picture\/(\d+)/.exec(request.url ?? '')?.[1]
      if (request.method === 'POST') return void answer(request, response, urls)
      if (index === undefined) {
        response.writeHead(200, { 'content-type': 'application/json' })
        return response.end(JSON.stringify(chats))
      }
      response.writeHead(200, { 'content-type': 'image/webp', 'cache-control': 'max-age=86400, immutable' })
      return response.end(small[Number(index) % small.length])
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  urls: ReadonlyMap<string, string>,
): Promise<void> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  const { chatIds }: { chatIds: string[] } = JSON.parse(text)
  const lines = chatIds.map((chatId) =>
    JSON.stringify({
      chatId,
      status: 'found',
      url: urls.get(chatId),
      sizes: [48, 96, 192, 384],
      freshForMs: 43_200_000,
    }),
  )
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' })
  response.end(`${lines.join('\n')}\n`)
}
