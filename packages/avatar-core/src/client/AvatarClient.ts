import type { Avatar } from '../protocol/Avatar.js'
import type { ChatId } from '../protocol/chatId.js'

/** How one look-up is made. */
export interface GetAvatarOptions {
  /** When it aborts, the call rejects at once with the signal's own reason. */
  signal?: AbortSignal | undefined
  /** Ask upstream again, past the backend's cache. Default `false`. */
  refresh?: boolean | undefined
}

/** Looks avatars up. Made by `createAvatarClient` and `createStaticAvatarClient`. */
export interface AvatarClient {
  /**
   * What is known about the picture of one chat. Calls of one moment travel together, and calls for the same chat share one
   * look-up. Never hangs: the backend may at most stay silent for `timeoutMs`.
   *
   * @throws AvatarError (as a rejection) with any of its codes, or the reason of `signal`.
   */
  getAvatar(chatId: string, options?: GetAvatarOptions): Promise<Avatar>
  /**
   * The canonical form of a chat id.
   *
   * @throws AvatarError `invalid_chat_id` or `unsupported_chat_id`.
   */
  normalize(chatId: string): ChatId
  /** Makes the `url` of a found avatar usable in a page: urls that are relative belong to the backend's url. */
  resolveUrl(url: string): string
  /** Names the signed-in user or tenant in query keys. */
  readonly scope: string
}
