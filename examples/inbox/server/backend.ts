import { createAvatarHandler, type Authorize } from '@greenapi/avatar-server'
import { toNodeHandler } from '@greenapi/avatar-server/node'
import { sharpResizer } from '@greenapi/avatar-server/sharp'
import { startSimulator, type RunningSimulator } from '@greenapi/simulator/node'
import type { Chat, ChatList } from '../shared/chat.js'
import { plural } from '../shared/plural.js'
import { readChatsFile } from './chatsFile.js'
import type { Settings } from './settings.js'

/** What answers the page: avatars, and the chats to show. */
export interface Backend {
  readonly avatars: ReturnType<typeof toNodeHandler>
  readonly chatList: ChatList
  /** Where avatars come from, in one line for the terminal. */
  readonly about: string
  readonly close: () => Promise<void>
}

/** Of the simulated chats. The first rows of this one show every kind of avatar and many scripts. */
export const DEMO_SEED = 3589

/** Starts the simulator, or gets ready to talk to the real GREEN-API. */
export function startBackend(settings: Settings): Promise<Backend> {
  return settings.upstream === 'simulator' ? simulatedBackend() : instanceBackend(settings)
}

async function simulatedBackend(): Promise<Backend> {
  const { apiUrl, idInstance, apiToken, simulator, close } = await startSimulator({
    seed: DEMO_SEED,
    latencyMs: [20, 120],
  })
  const chats = simulator.contacts.map(toChat)
  const handler = createAvatarHandler({
    credentials: { apiUrl, idInstance, apiToken },
    authorize: onlyChatsOf(chats),
    resizer: sharpResizer(),
    // Tells people without an account from people without a picture. It costs quota, of which a simulator has plenty.
    checkAccount: true,
    ...loopback(apiUrl),
  })
  return {
    avatars: toNodeHandler(handler),
    chatList: { source: 'simulator', chats },
    about: `Avatars come from the simulator on this machine: ${plural(chats.length, 'made-up chat')}, no account needed.`,
    close: async () => {
      handler.close()
      await close()
    },
  }
}

async function instanceBackend({ chatsFile, apiUrl }: Settings): Promise<Backend> {
  const chats = chatsFile === undefined ? [] : await readChatsFile(chatsFile)
  // Credentials are not passed: the handler reads GREEN_API_ID_INSTANCE, GREEN_API_TOKEN and GREEN_API_URL itself.
  const handler = createAvatarHandler({
    authorize: chatsFile === undefined ? () => true : onlyChatsOf(chats),
    resizer: sharpResizer(),
    ...loopback(apiUrl),
  })
  const whose =
    chatsFile === undefined ? 'for the chats you paste into the page' : `for ${plural(chats.length, 'chat')}`
  return {
    avatars: toNodeHandler(handler),
    chatList: { source: chatsFile === undefined ? 'pasted' : 'file', chats },
    about: `Avatars come from GREEN-API, through your own instance, ${whose}.`,
    close: async () => handler.close(),
  }
}

/**
 * The rule of this demo and no model for an app: who can open the page, which only this machine can, may see the avatars
 * of the chats it lists. An app asks its own session here whose chats the caller may see.
 */
function onlyChatsOf(chats: readonly Chat[]): Authorize {
  const listed = new Set(chats.map((chat) => chat.id))
  return ({ chatIds }) => ({ chatIds: chatIds.filter((id) => listed.has(id)) })
}

/** A simulator on this machine has no TLS: it is the one private host that may be asked and may give pictures. */
function loopback(apiUrl: string | undefined): {
  allowPrivateAddresses?: boolean
  pictureHosts?: readonly string[]
} {
  if (apiUrl === undefined || !URL.canParse(apiUrl)) return {}
  const { protocol, hostname, host } = new URL(apiUrl)
  const isLoopback = protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname)
  return isLoopback ? { allowPrivateAddresses: true, pictureHosts: [host] } : {}
}

function toChat(contact: RunningSimulator['simulator']['contacts'][number]): Chat {
  return {
    id: contact.chatId,
    name: contact.name,
    kind: contact.kind === 'group' ? 'group' : 'person',
    ...(contact.members === undefined ? {} : { memberIds: contact.members }),
  }
}
