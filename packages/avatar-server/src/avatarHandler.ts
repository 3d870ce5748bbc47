import type { WireAnswer } from '@greenapi/avatar-core/protocol'
import type { PlainHandler } from './http/plain.js'
import type { HandlerContext } from './http/webRequest.js'
import type { InstanceStats } from './instances/createInstance.js'

export interface ServerLookUpOptions {
  readonly signal?: AbortSignal | undefined
  /**
   * After this time the ids still open get an error line with code `timeout`. 0 answers from the cache alone, so that a server
   * render never waits. At most a day. Default: `lookUpDeadlineMs`.
   */
  readonly maxWaitMs?: number | undefined
  /** Ids to ask upstream for again, if their answer is older than a minute. */
  readonly refresh?: readonly string[] | undefined
  /** Which of many instances; required with `credentialsFor`. */
  readonly instance?: string | undefined
}

export interface HandlerStats {
  /** By idInstance, or by the app's own id with `credentialsFor`. Only those in use since the start. */
  readonly instances: Readonly<Record<string, InstanceStats>>
}

/** The backend: a fetch handler with everything a server needs beside. Made by `createAvatarHandler`. */
export interface AvatarHandler {
  (request: Request, context?: HandlerContext): Promise<Response>
  /** The same, also in the form workers call: `fetch(request, env, executionContext)`. */
  readonly fetch: (request: Request, contextOrEnv?: unknown, executionContext?: unknown) => Promise<Response>
  readonly GET: (request: Request, context?: unknown) => Promise<Response>
  readonly POST: (request: Request, context?: unknown) => Promise<Response>
  readonly HEAD: (request: Request, context?: unknown) => Promise<Response>
  readonly OPTIONS: (request: Request, context?: unknown) => Promise<Response>
  /** Without `Request` and `Response`, which cost more than a cached answer: what adapters call. */
  readonly plain: PlainHandler
  /**
   * Looks chats up from the server itself: no permission is asked for, no budget spent. Fits `transport` of the client. Yields
   * one line per id, none of them `pending`.
   *
   * @example
   * createAvatarClient({ transport: (ids, options) => handler.lookup(ids, { ...options, maxWaitMs: 0 }) })
   */
  readonly lookup: (
    chatIds: readonly string[],
    options?: ServerLookUpOptions,
  ) => AsyncGenerator<WireAnswer, void>
  /**
   * Forgets what is known of a chat, for example after GREEN-API told of a new picture.
   *
   * @throws AvatarError `invalid_chat_id` or `unsupported_chat_id`.
   */
  readonly invalidate: (chatId: string, options?: { readonly instance?: string | undefined }) => void
  readonly stats: () => HandlerStats
  /** Ends queues and frees memory and sockets. What waits is answered `overloaded`. */
  readonly close: () => void
}
