import { createResolveUrl } from './resolveUrl.js'
import { parseChatId } from '../protocol/chatId.js'
import type { AvatarClient } from './AvatarClient.js'
import { createHttpTransport } from './httpTransport.js'
import type { AvatarClientOptions } from './AvatarClientOptions.js'
import { refuseMistakes } from './refuseMistakes.js'
import { createBatcher } from './batcher.js'

declare const process: { env: { NODE_ENV?: string } }

/**
 * Makes a client that looks avatars up at a backend. Calls of one moment travel in one request of at most 100 ids; at most two
 * requests are open, and the newest calls go first. Calls for one chat share a look-up; a caller who leaves is let go at once,
 * and the request ends when nobody is left.
 *
 * It remembers no answers: that is what a query cache is for (`@greenapi/avatar-core/query`).
 *
 * @throws RangeError or TypeError, in development, when an option makes no sense.
 * @example
 * const client = createAvatarClient({ backendUrl: '/api/avatars' })
 * const avatar = await client.getAvatar('5521999990000@c.us')
 * if (avatar.status === 'found') image.src = client.resolveUrl(avatar.url)
 */
export function createAvatarClient(options: AvatarClientOptions = {}): AvatarClient {
  // Bundlers drop this in production; without one there may be no `process`.
  try {
    if (process.env.NODE_ENV !== 'production') refuseMistakes(options)
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
  }
  const { backendUrl = '/api/avatars', scope = 'default' } = options
  return {
    resolveUrl: createResolveUrl(backendUrl),
    scope,
    normalize: (chatId) => parseChatId(chatId, options),
    getAvatar: createBatcher(options, options.transport ?? createHttpTransport(options, backendUrl)),
  }
}
