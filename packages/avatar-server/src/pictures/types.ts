import type { AvatarErrorCode, ChatId } from '@greenapi/avatar-core/protocol'

/** What a look-up knows about one chat's picture. At least one of `link` and `bytes` leads to the picture. */
export interface PictureSource {
  readonly chatId: ChatId
  /** The picture's identity: the last path segment of its link, else a hash of its bytes (`identifyPicture`). */
  readonly pictureId: string
  /** WhatsApp's own link, which dies. */
  readonly link?: string | undefined
  /** When `link` dies, in ms since the epoch. Without it the link is tried and judged by the answer. */
  readonly expiresAtMs?: number | undefined
  /** The picture itself, where the look-up brought it along. `seal` stores it: keep none in your own cache. */
  readonly bytes?: Uint8Array | undefined
}

/** A picture's private url, and how long to use it. */
export interface SealedPicture {
  /** Relative to the backend's url: `picture/` and about 47 characters. */
  readonly url: string
  /** How long to hand this url out, in ms; afterwards `seal` gives a new one. At most 24 hours. */
  readonly renewInMs: number
  /** How long this url is served, in ms: `renewInMs` and 24 hours. */
  readonly validForMs: number
}

/** One request to `picture/{sealed}`, as plain values. */
export interface PictureRequest {
  /** `GET` or `HEAD`; all others are answered 405. */
  readonly method: string
  /** The path segment after `picture/`, as it came. */
  readonly sealed: string
  /** The value of `?size=`, as it came. */
  readonly size?: string | undefined
  /** The value of `If-None-Match`, as it came. */
  readonly ifNoneMatch?: string | undefined
  /** Aborts when the client leaves; `respond` then rejects with its reason. */
  readonly signal?: AbortSignal | undefined
}

/** What the picture route needs from the look-up side, per request. */
export interface PictureContext {
  /** The newest known picture of a chat, from the look-up cache alone. */
  currentPicture(chatId: ChatId): PictureSource | undefined
  /**
   * Asks GREEN-API again, at the lowest priority; `undefined` when there is no picture now, a rejection when that
   * could not be found out. Called at most once a minute per chat; `signal` aborts after 5 s.
   */
  lookUpAgain(chatId: ChatId, options: { signal: AbortSignal }): Promise<PictureSource | undefined>
  /**
   * Required with `pictureAccess: 'authorize'`, unused otherwise: may this caller see this chat? `false` is
   * answered 403; a response is sent as it is.
   */
  authorize?: ((chatId: ChatId) => boolean | PictureResponse | Promise<boolean | PictureResponse>) | undefined
}

/** An answer as plain values. Headers are shared between requests: copy before adding to them. */
export interface PictureResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Values of `Set-Cookie`. */
  readonly cookies?: readonly string[] | undefined
  readonly body: Uint8Array | string | undefined
}

/** The types that are served, each told by its first bytes and never by what the sender calls it. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/avif'

/** A picture's bytes with their proven type. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly type: PictureType
}

/** `busy`: too many wait already. `unreadable`: no picture after all, or one past the limits. */
export type ResizeResult =
  | { readonly kind: 'resized'; readonly picture: Picture }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'busy' }

/** Makes small pictures out of large ones. One resizer may serve many handlers: its bounds are then shared. */
export interface PictureResizer {
  /** A square of at most `size` by `size` pixels, without metadata. */
  resize(picture: Picture, options: { size: number; signal: AbortSignal }): Promise<ResizeResult>
}

/** Why a link or its body was turned down. */
export type PictureRefusal =
  | 'bad_link'
  | 'not_https'
  | 'credentials_in_link'
  | 'host_not_listed'
  | 'private_address'
  | 'too_many_redirects'
  | 'too_large'
  | 'encoded'
  | 'not_a_picture'
  | 'unreadable'

/** What happens in the picture module, for logs and metrics. Carries no url, chat id or picture id. */
export type PictureEvent =
  | { readonly type: 'picture_cache'; readonly outcome: 'hit' | 'miss' }
  | {
      readonly type: 'picture_fetch'
      readonly outcome: 'fetched' | 'dead' | 'failed' | 'refused'
      readonly durationMs: number
      readonly bytes?: number | undefined
      readonly reason?: PictureRefusal | 'timeout' | 'network' | 'status' | undefined
      /** The host that was refused: add it to `pictureHosts` if it is one of yours. */
      readonly host?: string | undefined
    }
  | {
      readonly type: 'picture_resize'
      readonly outcome: 'resized' | 'unreadable' | 'busy' | 'failed'
      readonly size: number
      readonly durationMs: number
      readonly bytes?: number | undefined
    }
  | {
      readonly type: 'picture_look_up_again'
      readonly outcome: 'same' | 'other' | 'none' | 'failed' | 'timeout'
      readonly durationMs: number
    }

/** Counters since creation, and the present state. */
export interface PictureStats {
  readonly cachedPictures: number
  readonly cachedBytes: number
  readonly maxCachedBytes: number
  readonly hits: number
  readonly misses: number
  readonly fetches: number
  readonly fetchFailures: number
  readonly resizes: number
  readonly lookUpsAgain: number
  /** Pictures being fetched or resized now. */
  readonly pending: number
}

/** Why there are no bytes to send, in the words of the response. */
export type PictureProblem =
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'unavailable'
      readonly code: AvatarErrorCode
      readonly retryAfterMs?: number | undefined
    }

/** The picture route of one WhatsApp number. */
export interface Pictures {
  /** The sizes a client may ask for; `undefined` without a resizer. */
  readonly sizes: readonly number[] | undefined
  /** The private url of a picture: the same on every server with the same secret. Keep it while `renewInMs` lasts. */
  seal(source: PictureSource, nowMs: number): SealedPicture
  /** Answers one request: at once, without a promise, when the picture is cached. */
  respond(request: PictureRequest, context: PictureContext): PictureResponse | Promise<PictureResponse>
  stats(): PictureStats
  /** Ends what runs and frees the cache and the sockets; later requests are answered 503. */
  close(): void
}
