import type { AvatarHandlerOptions } from '@greenapi/avatar-server'
import { startSimulator } from '@greenapi/simulator/node'
import type { Chat } from './session.js'

/** What takes the place of a GREEN-API instance. */
export interface Simulated {
  readonly chats: readonly Chat[]
  readonly options: Pick<AvatarHandlerOptions, 'credentials' | 'allowPrivateAddresses' | 'pictureHosts'>
  readonly close: () => Promise<void>
}

/** Starts the simulator on this machine. It has no TLS: it is the one private host that may be asked. */
export async function simulate(): Promise<Simulated> {
  const { apiUrl, idInstance, apiToken, simulator, close } = await startSimulator({ seed: 3589 })
  return {
    chats: simulator.contacts.slice(0, 16).map(({ chatId, name }) => ({ id: chatId, name })),
    options: {
      credentials: { apiUrl, idInstance, apiToken },
      allowPrivateAddresses: true,
      pictureHosts: [new URL(apiUrl).host],
    },
    close,
  }
}
