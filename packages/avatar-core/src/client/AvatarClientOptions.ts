import type { AvatarTransport } from '../protocol/answers.js'
import type { Avatar } from '../protocol/Avatar.js'
import type { Messenger } from '../protocol/chatId.js'

/** The part of `fetch` that the client uses. */
export type AvatarFetch = (url: string, init: RequestInit) => Promise<Response>

/** Request headers, or a function that makes them anew for every request (fresh bearer tokens). */
export type AvatarHeaders = HeadersInit | (() => HeadersInit | Promise<HeadersInit>)

interface CommonOptions {
  /** Where the backend is: absolute or relative to the page. On a server it must be absolute. Default `'/api/avatars'`. */
  backendUrl?: string | undefined
  /** Default: the global `fetch`, looked up at each request. */
  fetch?: AvatarFetch | undefined
  /** Sent with each request, to the backend only. */
  headers?: AvatarHeaders | undefined
  /** As in `fetch`. Default: as `fetch` does, `'same-origin'`. */
  credentials?: RequestCredentials | undefined
  /**
   * For how many milliseconds the backend may stay silent, `headers` included, before its calls fail with `timeout`: 1 to
   * 2,000,000,000. Default 30,000.
   */
  timeoutMs?: number | undefined
  /** Names the signed-in user or tenant in query keys, so that two of them never share an answer. Default `'default'`. */
  scope?: string | undefined
  /** How chat ids are read. Default `'whatsapp'`. */
  messenger?: Messenger | undefined
  /** Takes the place of HTTP: a server render passes the handler's `lookup`. */
  transport?: AvatarTransport | undefined
}

/** Options of `createAvatarClient`. */
export type AvatarClientOptions = CommonOptions &
  (
    | {
        /** One `POST` for many ids (default), or with `false` one `GET {backendUrl}?chatId=…` for each. */
        batch?: boolean | undefined
        decode?: undefined
      }
    | {
        batch: false
        /**
         * Reads the answer to a `GET`, JSON parsed where it is JSON, else text. Default: the protocol's own form. For backends
         * that pass GREEN-API's body through: `decodeGreenApiAvatar` of `@greenapi/avatar-core/greenapi`.
         */
        decode?: ((body: unknown, context: { status: number }) => Avatar) | undefined
      }
  )
