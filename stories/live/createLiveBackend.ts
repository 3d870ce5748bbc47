import { createAvatarClient } from '@greenapi/avatar-core'
import type { AvatarClient } from '@greenapi/avatar-core'
import { createAvatarHandler } from '@greenapi/avatar-server'
import type { AvatarHandler, AvatarHandlerOptions } from '@greenapi/avatar-server'
import { createSimulator } from '@greenapi/simulator'
import type { Call, Contact, Fault, Simulator } from '@greenapi/simulator'

/** The backend and GREEN-API behind it, both inside of this page. */
export interface LiveBackend {
  /** What an app gives to its `AvatarProvider`. */
  readonly client: AvatarClient
  readonly contacts: readonly Contact[]
  readonly calls: () => readonly Call[]
  readonly setFaults: (faults: readonly Fault[]) => void
  /** Frees the pictures and ends what runs. */
  readonly close: () => void
}

const PICTURE_HOST = 'https://pps.whatsapp.net'
/** A picture that answered with an error: the `<img>` fails on it as it would on the server's 404. */
const DEAD_PICTURE = 'data:image/jpeg;base64,/9j/'

type PictureTransport = NonNullable<AvatarHandlerOptions['transport']>

/** Lets the server fetch pictures from the simulator instead of from WhatsApp. */
function pictureTransport(simulator: Simulator): PictureTransport {
  return {
    async get(url, { signal }) {
      const { status, headers, body } = await simulator.fetch(new Request(url, { signal }))
      return {
        kind: 'answer',
        answer: {
          status,
          header: (name) => headers.get(name) ?? undefined,
          body: (async function* () {
            const reader = body?.getReader()
            for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
              yield part.value
            }
          })(),
          discard: () => void body?.cancel(),
        },
      }
    },
    close: () => {},
  }
}

/** Turns picture urls of the server into urls that an `<img>` can load although no server listens. */
function createPictureShelf(handler: AvatarHandler): {
  urlOf: (path: string) => Promise<string>
  clear: () => void
} {
  const urls: string[] = []
  return {
    async urlOf(path) {
      const response = await handler.fetch(new Request(`${location.origin}/api/avatars/${path}`))
      if (!response.ok) return `${DEAD_PICTURE}#${path}`
      const url = URL.createObjectURL(await response.blob())
      urls.push(url)
      return url
    },
    clear: () => urls.forEach((url) => URL.revokeObjectURL(url)),
  }
}

/**
 * Starts the real server package on the simulator, with nothing in between but function calls. Where an app has a network,
 * the client's `transport` calls the server's `lookup`, and pictures become object urls.
 */
export function createLiveBackend(): LiveBackend {
  const simulator = createSimulator({
    contacts: 70,
    groups: 10,
    latencyMs: [60, 240],
    pictureBaseUrl: PICTURE_HOST,
  })
  const handler = createAvatarHandler({
    authorize: 'public',
    credentials: { idInstance: simulator.idInstance, apiToken: simulator.apiToken },
    fetch: simulator.fetch,
    transport: pictureTransport(simulator),
  })
  const shelf = createPictureShelf(handler)
  const client = createAvatarClient({
    scope: 'live',
    transport: async function* (chatIds, { signal, refresh }) {
      for await (const answer of handler.lookup(chatIds, { signal, refresh, maxWaitMs: 3_000 })) {
        yield answer.status === 'found' ? { ...answer, url: await shelf.urlOf(answer.url) } : answer
      }
    },
  })
  return {
    client,
    contacts: simulator.contacts,
    calls: () => simulator.calls,
    setFaults: (faults) => simulator.setFaults(faults),
    close() {
      handler.close()
      shelf.clear()
    },
  }
}
