import type { Avatar } from '../protocol/Avatar.js'
import type { AvatarError } from '../protocol/AvatarError.js'
import { parseChatId } from '../protocol/chatId.js'
import type { ChatId, ChatIdOptions } from '../protocol/chatId.js'
import { isAvatarError } from '../protocol/isAvatarError.js'
import type { AvatarClient, GetAvatarOptions } from './AvatarClient.js'
import { createResolveUrl } from './resolveUrl.js'

/** What a static client says about one chat; a promise that never settles shows the pending state. */
export type StaticAvatarAnswer = Avatar | AvatarError | Promise<Avatar | AvatarError>

/** Answers by chat id in any form, or a function that is asked at each call. */
export type StaticAvatarAnswers =
  | Readonly<Record<string, StaticAvatarAnswer>>
  | ((chatId: ChatId, options: GetAvatarOptions) => StaticAvatarAnswer)

/** Options of {@link createStaticAvatarClient}. */
export interface StaticAvatarClientOptions extends ChatIdOptions {
  /** What relative picture urls belong to. Default: they stay as they are. */
  backendUrl?: string | undefined
  /** As in `createAvatarClient`. Default `'default'`. */
  scope?: string | undefined
}

const UNKNOWN: Avatar = { status: 'none', freshForMs: 3_600_000 }

/**
 * An {@link AvatarClient} with canned answers, for tests and stories. It makes no request and has no timers. Chat ids that are
 * not in `answers` have no picture.
 *
 * @throws AvatarError `invalid_chat_id` or `unsupported_chat_id` when a key of `answers` is no chat id.
 * @example
 * createStaticAvatarClient({
 *   '+55 21 99999-0000': { status: 'found', url: '/ana.jpg', freshForMs: 60000 },
 *   '5521999990001@c.us': new AvatarError('network'),
 *   '5521999990002@c.us': new Promise(() => {}),
 * })
 */
export function createStaticAvatarClient(
  answers: StaticAvatarAnswers,
  options: StaticAvatarClientOptions = {},
): AvatarClient {
  const { backendUrl, scope = 'default' } = options
  const normalize: AvatarClient['normalize'] = (chatId) => parseChatId(chatId, options)
  const answerTo = typeof answers === 'function' ? answers : lookUpIn(answers, normalize)
  return {
    scope,
    normalize,
    resolveUrl: backendUrl === undefined ? (url) => url : createResolveUrl(backendUrl),
    async getAvatar(chatId, request = {}) {
      const { signal } = request
      const canonical = normalize(chatId)
      if (signal?.aborted) throw signal.reason
      const answer = await unlessAborted(answerTo(canonical, request), signal)
      if (isAvatarError(answer)) throw answer
      return answer
    },
  }
}

function lookUpIn(
  answers: Readonly<Record<string, StaticAvatarAnswer>>,
  normalize: AvatarClient['normalize'],
): (chatId: ChatId) => StaticAvatarAnswer {
  const byId = new Map(Object.entries(answers).map(([chatId, answer]) => [normalize(chatId), answer]))
  return (chatId) => byId.get(chatId) ?? UNKNOWN
}

function unlessAborted<T>(value: T | Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal?.reason)
    signal?.addEventListener('abort', leave)
    void Promise.resolve(value)
      .then(resolve, reject)
      .then(() => signal?.removeEventListener('abort', leave))
  })
}
