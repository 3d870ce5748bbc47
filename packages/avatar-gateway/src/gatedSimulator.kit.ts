import { createSimulator } from '@greenapi/simulator'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Environment } from './settings/readValues.js'

/** A GREEN-API that answers only once it is told to. */
export interface GatedSimulator {
  readonly env: Environment
  readonly chatIds: readonly string[]
  /** Resolves when a call has come and waits. */
  readonly asked: Promise<void>
  /** Answers all calls, those to come as well. */
  open(): void
  [Symbol.asyncDispose](): Promise<void>
}

export async function startGatedSimulator(): Promise<GatedSimulator> {
  const simulator = createSimulator({ contacts: 20, groups: 0 })
  let open = (): void => {}
  let ask = (): void => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  const asked = new Promise<void>((resolve) => (ask = resolve))
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const body = await text(request)
      ask()
      await opened
      const call = await simulator.fetch(`${url}${request.url ?? ''}`, { method: 'POST', body })
      response.writeHead(call.status, { 'content-type': 'application/json' }).end(await call.text())
    }
    answer().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return {
    env: {
      GREEN_API_ID_INSTANCE: simulator.idInstance,
      GREEN_API_TOKEN: simulator.apiToken,
      GREEN_API_URL: url,
      AVATAR_PORT: '0',
      AVATAR_PUBLIC: '1',
    },
    chatIds: simulator.contacts.map(({ chatId }) => chatId),
    asked,
    open: () => open(),
    async [Symbol.asyncDispose]() {
      open()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
