import { AvatarError, type ChatId, isAvatarError } from '@greenapi/avatar-core/protocol'
import type { EventSink } from '../events.js'
import type { PlainRequest } from '../http/plain.js'
import { problem } from '../http/problem.js'
import { ALL, type AuthorizeResult, type Permission, toPermission } from './toPermission.js'

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

/** Decides who may see which avatars. Runs before the cache, once per request. */
export type Authorize = (request: AuthorizeRequest) => AuthorizeResult | Promise<AuthorizeResult>

export type { Permission }

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
      return toPermission(await authorize(new PlainAuthorizeRequest(request, chatIds, ip)))
    } catch (error) {
      if (isAvatarError(error)) return { kind: 'refused', response: problem(new AvatarError(error.code)) }
      emit?.({
        type: 'problem',
        where: 'authorize',
        message:
          '@greenapi/avatar-server: authorize threw, or returned what it may not, so the request was refused. `error` says what.',
        error,
      })
      return { kind: 'refused', response: problem(new AvatarError('internal')) }
    }
  }
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
