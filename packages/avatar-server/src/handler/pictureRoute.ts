import { AvatarError, type ChatId } from '@greenapi/avatar-core/protocol'
import type { Authorizer } from '../access/authorize.js'
import { clientAddress } from '../access/clientAddress.js'
import type { Instance } from '../instances/createInstance.js'
import type { OwnedPicture, Instances } from '../instances/createInstances.js'
import type { ResolvedOptions } from '../options.js'
import type { InstanceNamer } from './nameInstance.js'
import type { PictureRequest, PictureResponse } from '../pictures/types.js'
import type { PlainRequest, PlainResponse } from '../http/plain.js'
import { httpProblem, problem } from '../http/problem.js'
import { queryValue } from '../http/target.js'
import { collectBody } from '../http/webResponse.js'

/**
 * `GET {backendUrl}/picture/{sealed}`. No page is refused: whoever has the url was given it by a look-up, and an `<img>`
 * of another site sends no Origin.
 */
export type PictureRoute = (
  request: PlainRequest,
  text: string,
  query: string,
) => PlainResponse | Promise<PlainResponse>

export interface PictureRouteDeps {
  readonly resolved: ResolvedOptions
  readonly instances: Instances
  readonly authorize: Authorizer
  readonly nameInstance: InstanceNamer
}

export function createPictureRoute(deps: PictureRouteDeps): PictureRoute {
  const { resolved, instances, authorize, nameInstance } = deps
  const { pictures: options, trustProxy, resolveInstance } = resolved
  if (options === undefined) return notFound

  /** Permission, and the number it is for: what `authorize` allows of one says nothing about another. */
  const mayStillSee = async (
    request: PlainRequest,
    chatId: ChatId,
    instance: Instance,
  ): Promise<boolean | PictureResponse> => {
    const ip = clientAddress(request, trustProxy)
    const permission = await authorize(request, [chatId], ip)
    if (permission.kind === 'refused') return collect(permission.response)
    if (permission.chatIds?.has(chatId) === false) return false
    if (resolveInstance === undefined) return true
    const named = await nameInstance(request, ip)
    if (named instanceof AvatarError) return collect(problem(named))
    return named === instance.id || collect(notFound())
  }

  const respond = (request: PlainRequest, query: string, owned: OwnedPicture | undefined) => {
    const instance = owned?.instance
    if (owned === undefined || instance?.pictures === undefined) return notFound()
    const context =
      options.pictureAccess === 'authorize'
        ? {
            ...instance.pictureContext,
            authorize: (chatId: ChatId) => mayStillSee(request, chatId, instance),
          }
        : instance.pictureContext
    const asked = new PlainPictureRequest(request, owned.sealed, query)
    return instance.pictures.respond(asked, context)
  }

  return (request, text, query) => {
    const owned = instances.ofPicture(text, request.env)
    if (!(owned instanceof Promise)) return respond(request, query, owned)
    return owned.then(
      (found) => respond(request, query, found),
      (error: unknown) => problem(error instanceof AvatarError ? error : new AvatarError('internal')),
    )
  }
}

async function collect(response: PlainResponse): Promise<PictureResponse> {
  return { ...response, body: await collectBody(response.body) }
}

/** A class, for an accessor in an object literal costs more than a picture from the cache. */
class PlainPictureRequest implements PictureRequest {
  readonly method: string
  readonly sealed: string
  readonly size: string | undefined
  readonly ifNoneMatch: string | undefined
  readonly #request: PlainRequest

  constructor(request: PlainRequest, sealed: string, query: string) {
    this.method = request.method
    this.sealed = sealed
    this.size = queryValue(query, 'size') ?? undefined
    this.ifNoneMatch = request.header('if-none-match')
    this.#request = request
  }

  /** Made when it is asked for: a cached picture needs none. */
  get signal(): AbortSignal {
    return this.#request.signal
  }
}

function notFound(): PlainResponse {
  return httpProblem(404, 'missing_result', {
    detail:
      '@greenapi/avatar-server: there is no such picture. Look the chat up again to get its present url.',
  })
}
