import { createAvatarHandler } from '@greenapi/avatar-server'
import { toNodeHandler } from '@greenapi/avatar-server/node'
import { sharpResizer } from '@greenapi/avatar-server/sharp'
import express from 'express'
import { fileURLToPath } from 'node:url'
import { renderPage } from './page.js'
import { createSession, userOf } from './session.js'
import { simulate } from './simulate.js'

// Credentials come from GREEN_API_ID_INSTANCE and GREEN_API_TOKEN; without them the simulator stands in.
const simulator = process.env['GREEN_API_TOKEN'] ? undefined : await simulate()

const avatars = createAvatarHandler({
  authorize: ({ raw }) => {
    const user = userOf(raw)
    if (user === undefined) return new Response('Sign in first.', { status: 401 })
    return { subject: user.id, chatIds: user.chats.map(({ id }) => id) }
  },
  resizer: sharpResizer(),
  ...simulator?.options,
})

const app = express()
app.disable('x-powered-by')
app.use(express.static(fileURLToPath(new URL('public', import.meta.url))))
app.use(createSession(simulator?.chats ?? JSON.parse(process.env['EXAMPLE_CHATS'] ?? '[]')))
app.use('/api/avatars', toNodeHandler(avatars))
app.get('/', async ({ user }, response) => {
  const chats = user?.chats ?? []
  const urls = new Map<string, string>()
  // `lookup` asks nobody for permission: pass only chats that the user may see.
  const ids = chats.map(({ id }) => id)
  for await (const answer of avatars.lookup(ids, { maxWaitMs: 2_000 })) {
    if (answer.status === 'found') urls.set(answer.chatId, `/api/avatars/${answer.url}?size=96`)
  }
  response.set('content-security-policy', "default-src 'none'; img-src 'self'; style-src 'self'")
  response.set('cache-control', 'private, no-store').send(renderPage(chats, urls))
})

const server = app.listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1', (error) => {
  if (error !== undefined) throw error
  const address = server.address()
  console.log(`Open http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close()
    server.closeAllConnections()
    avatars.close()
    void simulator?.close()
  })
}
