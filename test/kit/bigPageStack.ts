import { createAvatarHandler } from '@greenapi/avatar-server'
import type { AvatarHandler } from '@greenapi/avatar-server'
import { toNodeHandler } from '@greenapi/avatar-server/node'
import { sharpResizer } from '@greenapi/avatar-server/sharp'
import type { Simulator } from '@greenapi/simulator'
import { startSimulator } from '@greenapi/simulator/node'
import { fileURLToPath } from 'node:url'
import { bundlePage, servePage } from './bigPageServer.js'
import type { PageServer } from './bigPageServer.js'

/** What {@link startBigPage} starts. */
export interface BigPageOptions {
  /** How many chats there are; each has a picture. */
  chats: number
  /** Calls to the upstream in a second. */
  perSecond: number
  /** Stops the server's clock. A chat's picture gets a new url once a day, so that of 1,000 one or two do in any minute. */
  stopClock?: boolean | undefined
}

/** The page of `bigPageApp.tsx` over the real handler, which asks a simulator. */
export interface BigPageStack extends PageServer {
  chatIds: readonly string[]
  /** Looks these chats up on the server, and gives their pictures' urls. */
  warm: (chatIds: readonly string[]) => Promise<string[]>
  /** Bytes of the pictures that these chats show, as WhatsApp has them. */
  originalBytes: (chatIds: readonly string[]) => Promise<number>
}

/** Starts everything on loopback. */
export async function startBigPage({
  chats,
  perSecond,
  stopClock = false,
}: BigPageOptions): Promise<BigPageStack> {
  const files = await bundlePage(fileURLToPath(new URL('bigPageApp.tsx', import.meta.url)))
  const upstream = await startSimulator({ contacts: chats, groups: 0, ratePerSecond: Infinity })
  const { apiUrl, idInstance, apiToken, simulator } = upstream
  showAll(simulator)
  const startMs = Date.now()
  const handler = createAvatarHandler({
    authorize: 'public',
    credentials: { apiUrl, idInstance, apiToken },
    allowPrivateAddresses: true,
    pictureHosts: [new URL(apiUrl).host],
    resizer: sharpResizer(),
    rate: { perSecond },
    budgets: false,
    clock: { now: () => (stopClock ? startMs : Date.now()), setTimer: startTimer },
  })
  const server = await servePage(files, toNodeHandler(handler))
  return {
    ...server,
    chatIds: simulator.contacts.map(({ chatId }) => chatId),
    warm: (chatIds) => warm(handler, chatIds),
    originalBytes: (chatIds) => originalBytes(simulator, chatIds),
    async close() {
      handler.close()
      await Promise.all([server.close(), upstream.close()])
    },
  }
}

function startTimer(callback: () => void, delayMs: number): () => void {
  const timer = setTimeout(callback, delayMs)
  return () => clearTimeout(timer)
}

/** Gives a picture to every chat that has none. */
function showAll({ contacts, pictures, setContact }: Simulator): void {
  for (const [index, { chatId, outcome }] of contacts.entries()) {
    const pictureId = pictures[index % pictures.length]?.id
    if (outcome !== 'found' && pictureId !== undefined) setContact(chatId, { outcome: 'found', pictureId })
  }
}

async function warm(handler: AvatarHandler, chatIds: readonly string[]): Promise<string[]> {
  const urls: string[] = []
  for (let start = 0; start < chatIds.length; start += 100) {
    for await (const answer of handler.lookup(chatIds.slice(start, start + 100))) {
      if (answer.status !== 'found') throw new Error(`no picture for a chat: ${JSON.stringify(answer)}`)
      urls.push(answer.url)
    }
  }
  return urls
}

async function originalBytes(simulator: Simulator, chatIds: readonly string[]): Promise<number> {
  const { apiToken, idInstance, contacts } = simulator
  const wanted = new Set(chatIds)
  const sizes = new Map<string | undefined, number>()
  let total = 0
  for (const { chatId, pictureId } of contacts) {
    if (!wanted.has(chatId)) continue
    if (!sizes.has(pictureId)) {
      const api = `http://127.0.0.1/waInstance${idInstance}/getAvatar/${apiToken}`
      const answer = await simulator.fetch(api, { method: 'POST', body: JSON.stringify({ chatId }) })
      const { urlAvatar }: { urlAvatar: string } = await answer.json()
      const picture = await simulator.fetch(urlAvatar)
      sizes.set(pictureId, (await picture.arrayBuffer()).byteLength)
    }
    total += sizes.get(pictureId) ?? 0
  }
  return total
}
