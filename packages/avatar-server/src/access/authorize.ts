import { AvatarError, type ChatId, isAvatarError } from '@greenapi/avatar-core/protocol'
import type { EventSink } from '../events.js'
import type { PlainRequest, PlainResponse } from '../http/plain.js'
import { problem } from '../http/problem.js'
import { toPlainResponse } from '../http/webResponse.js'

/** What `authorize` decides from. */
export interface AuthorizeRequest {
  /** The chats asked for, in canonical form. Empty when none of the ids is one. */
  readonly chatIds: readonly ChatId[]
  readonly headers: { get(name: string): string | null }
  /** The client's address, as far as `trustProxy` lets it be known. */
  readonly ip: string | undefined
  /** The framework's own request: Express's `req`, Fastify's request, Hono's context, a `Request`. */
  readonly raw: unknown
  /** Aborts when the client leaves. */
  readonly signal: AbortSignal
}

/**
 * - `true`: all of them. `false`: none; the request is answered 403.
 * - `{ subject?, chatIds? }`: only these chats; the others get a `forbidden` line. `subject` names who asks (a user or
 *   tenant id): budgets and turns in the queue are by subject. Without one they are by address.
 * - a `Response`: sent as it is, for example a 401.
 */
export type AuthorizeResult =
  | boolean
  | { readonly subject?: string | undefined; readonly chatIds?: readonly string[] | undefined }
  | Response

/** Decides who may see which avatars. Runs before the cache, once per request. */
export type Authorize = (request: AuthorizeRequest) => AuthorizeResult | Promise<AuthorizeResult>

export type Permission =
  | {
      readonly kind: 'allowed'
      readonly subject: string | undefined
      /** `undefined`: all. */
      readonly chatIds: ReadonlySet<string> | undefined
    }
  | { readonly kind: 'refused'; readonly response: PlainResponse }

const ALL: Permission = { kind: 'allowed', subject: undefined, chatIds: undefined }

export type Authorizer = (
  request: PlainRequest,
  chatIds: readonly ChatId[],
  ip: string | undefined,
) => Permission | Promise<Permission>

/** Runs the app's `authorize` and puts its answer in one form. An `authorize` that throws lets nobody in. */
export function createAuthorizer(authorize: Authorize | 'public', emit: EventSink | undefined): Authorizer {
  if (authorize === 'public') return () => ALL
  return async (request, chatIds, ip) => {
    try {
      return await toPermission(await authorize(new PlainAuthorizeRequest(request, chatIds, ip)))
    } catch (error) {
      if (isAvatarError(error)) return { kind: 'refused', response: problem(new AvatarError(error.code)) }
      emit?.({
        type: 'problem',
        where: 'authorize',
        message:
          '@greenapi/avatar-server: authorize threw, so the request was refused. `error` is what it threw.',
        error,
      })
      return { kind: 'refused', response: problem(new AvatarError('internal')) }
    }
  }
}

async function toPermission(result: AuthorizeResult): Promise<Permission> {
  if (result === true) return ALL
  if (result === false) return { kind: 'refused', response: problem(new AvatarError('forbidden')) }
  if (result instanceof Response) return { kind: 'refused', response: toPlainResponse(result) }
  if (typeof result !== 'object' || result === null) {
    throw new TypeError(
      '@greenapi/avatar-server: authorize returned nothing it may return. Return true, false, { subject, chatIds } or a Response.',
    )
  }
  const { subject, chatIds } = result
  return { kind: 'allowed', subject, chatIds: chatIds === undefined ? undefined : new Set(chatIds) }
}

/** A class, for an accessor in an object literal costs more than a look-up from the cache. */
class PlainAuthorizeRequest implements AuthorizeRequest {
  readonly chatIds: readonly ChatId[]
  readonly ip: string | undefined
  readonly headers: AuthorizeRequest['headers']
  readonly raw: unknown
  readonly #request: PlainRequest

  constructor(request: PlainRequest, chatIds: readonly ChatId[], ip: string | undefined) {
    this.#request = request
    this.chatIds = chatIds
    this.ip = ip
    this.headers = { get: (name) => request.header(name.toLowerCase()) ?? null }
    this.raw = request.raw
  }

  /** Made when it is asked for: most `authorize` functions never wait. */
  get signal(): AbortSignal {
    return this.#request.signal
  }
}
