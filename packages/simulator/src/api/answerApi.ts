import { upstreamFault } from './upstreamFault.js'
import type { Visit, World } from '../world.js'
import { errorBody, json, text } from '../answers/bodies.js'
import { answerGetAvatar } from './getAvatar.js'
import type { Asked } from './readBody.js'
import type { ApiRoute } from './route.js'

/** Refuses a call for its address or its pace; `undefined` lets it in. */
export function refuse(
  world: World,
  visit: Pick<Visit, 'request' | 'url' | 'call'>,
  route: ApiRoute,
): Response | undefined {
  const { idInstance, apiToken } = world.options
  const path = visit.url.pathname
  const error = (status: number, message: string): Response =>
    errorBody({ status, path, at: visit.call.at, message })
  if (route.idInstance !== idInstance) return text('Forbidden', 403)
  if (route.apiToken !== apiToken) return error(401, 'Unauthorized')
  if (route.method === 'unknown') return error(404, `Cannot ${visit.request.method} ${path}`)
  if (!world.fitsRate(`${idInstance} ${route.method}`, visit.call.at)) return error(429, 'Too Many Requests')
  return undefined
}

/** Answers a call that was let in: with its fault, or as GREEN-API would. */
export async function answerApi(world: World, visit: Visit, asked: Asked): Promise<Response> {
  const answer = (): Promise<Response> | Response => {
    const { chatId, problem } = asked
    if (visit.call.method === 'getStateInstance') return json({ stateInstance: 'authorized' })
    if (chatId === undefined || problem !== undefined) {
      const message = problem ?? 'bad request data'
      return errorBody({ status: 400, path: visit.url.pathname, at: visit.call.at, message })
    }
    if (visit.call.method === 'getAvatar') return answerGetAvatar(world, visit, chatId)
    const contact = world.directory.get(chatId)
    return json({ existsWhatsapp: contact !== undefined && contact.outcome !== 'no_account' })
  }
  return upstreamFault(visit, answer)
}
