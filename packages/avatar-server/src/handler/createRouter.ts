import { AvatarError, isAvatarError } from '@greenapi/avatar-core/protocol'
import type { Origins } from '../access/origins.js'
import type { EventSink } from '../events.js'
import type { LookUp } from './createLookUp.js'
import { getRoute } from './getRoute.js'
import type { PictureRoute } from './pictureRoute.js'
import type { PlainHandler, PlainRequest, PlainResponse } from '../http/plain.js'
import { postRoute } from './postRoute.js'
import { httpProblem, problem } from '../http/problem.js'
import { pictureOf, splitTarget } from '../http/target.js'
import { discardBody } from '../http/webResponse.js'

const LOOK_UP_METHODS = { allow: 'GET, HEAD, POST, OPTIONS' }
const PICTURE_METHODS = { allow: 'GET, HEAD, OPTIONS' }

export interface RouterOptions {
  readonly lookUp: LookUp
  readonly picture: PictureRoute
  readonly origins: Origins
  readonly emit: EventSink | undefined
}

/** Finds the route by method and by the end of the path, so that a mount prefix may be stripped or kept. */
export function createRouter({ lookUp, picture, origins, emit }: RouterOptions): PlainHandler {
  const lookUpRoute = (request: PlainRequest, query: string): PlainResponse | Promise<PlainResponse> => {
    const { method } = request
    if (method !== 'POST' && method !== 'GET' && method !== 'HEAD') return notAllowed(LOOK_UP_METHODS)
    const refusal = origins.refuse(request)
    if (refusal !== undefined) return refusal
    return method === 'POST' ? postRoute(request, lookUp) : getRoute(request, query, lookUp)
  }

  const route = (request: PlainRequest): PlainResponse | Promise<PlainResponse> => {
    const { path, query } = splitTarget(request.target)
    const sealed = pictureOf(path)
    if (request.method === 'OPTIONS') {
      return origins.preflight(request) ?? options(sealed === undefined ? LOOK_UP_METHODS : PICTURE_METHODS)
    }
    if (sealed === undefined) return lookUpRoute(request, query)
    if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed(PICTURE_METHODS)
    return picture(request, sealed, query)
  }

  const finish = (request: PlainRequest, response: PlainResponse): PlainResponse => {
    const cors = origins.headers(request)
    const answer = cors === undefined ? response : { ...response, headers: { ...response.headers, ...cors } }
    return request.method === 'HEAD' ? withoutBody(answer) : answer
  }

  return async (request) => {
    try {
      return finish(request, await route(request))
    } catch (error) {
      if (isAvatarError(error)) return finish(request, problem(error))
      if (!request.signal.aborted) {
        emit?.({
          type: 'problem',
          where: 'handler',
          message: '@greenapi/avatar-server: answering a request failed. `error` is what was thrown.',
          error,
        })
      }
      return finish(request, problem(new AvatarError('internal')))
    }
  }
}

function options(headers: Readonly<Record<string, string>>): PlainResponse {
  return { status: 204, headers, body: undefined }
}

function notAllowed(headers: Readonly<Record<string, string>>): PlainResponse {
  return httpProblem(405, 'bad_request', {
    detail: `@greenapi/avatar-server: this method is not served here. Use ${headers['allow']}.`,
    headers,
  })
}

function withoutBody(response: PlainResponse): PlainResponse {
  const { headers, body } = response
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    discardBody(body)
    return { ...response, body: undefined }
  }
  const length = typeof body === 'string' ? new TextEncoder().encode(body).length : body.length
  return { ...response, headers: { ...headers, 'content-length': String(length) }, body: undefined }
}
