import { parseChatId } from '../protocol/chatId.js'
import { MAX_BATCH_IDS } from '../protocol/limits.js'
import type { AvatarClient } from './AvatarClient.js'
import type { AvatarClientOptions } from './AvatarClientOptions.js'
import { createBatcher } from './batcher.js'
import { createHttpTransport } from './httpTransport.js'
import { createResolveUrl } from './resolveUrl.js'

/** Most requests at one time: a page on HTTP/1.1 has six connections to a host, and the pictures need some. */
const MAX_POSTS = 2
const MAX_GETS = 4

export function createAvatarClient(options: AvatarClientOptions = {}): AvatarClient {
  const { backendUrl = '/api/avatars', batch = true, timeoutMs = 30_000, scope = 'default' } = options
  const load = createBatcher({
    transport: options.transport ?? createHttpTransport(options, backendUrl),
    maxIds: batch ? MAX_BATCH_IDS : 1,
    maxFlights: batch ? MAX_POSTS : MAX_GETS,
    timeoutMs,
  })
  const normalize: AvatarClient['normalize'] = (chatId) => parseChatId(chatId, options)
  return {
    scope,
    normalize,
    resolveUrl: createResolveUrl(backendUrl),
    getAvatar: async (chatId, request) => load(normalize(chatId), request),
  }
}
