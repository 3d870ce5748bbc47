import { parseChatId } from '@greenapi/avatar-core/protocol'
import { createAuthorizer } from '../access/authorize.js'
import { createBudgets } from '../access/budgets.js'
import { createOrigins } from '../access/origins.js'
import type { AvatarHandler, HandlerStats } from '../avatarHandler.js'
import { createInstances } from '../instances/createInstances.js'
import type { AvatarHandlerOptions } from '../options.js'
import { resolveOptions } from '../resolveOptions.js'
import { createAdmission } from './createAdmission.js'
import { createLookUp } from './createLookUp.js'
import { createRouter } from './createRouter.js'
import { createServerLookUp } from './createServerLookUp.js'
import { createInstanceNamer } from './nameInstance.js'
import { createPictureRoute } from './pictureRoute.js'
import { WebRequest, readContext } from '../http/webRequest.js'
import { toWebResponse } from '../http/webResponse.js'

/**
 * Makes the backend that keeps the GREEN-API token to itself: it asks for each avatar once, remembers the answer, never
 * exceeds the limits of the instance, and goes on serving what it knows while GREEN-API cannot be reached.
 *
 * @throws TypeError | RangeError for an option that is missing or wrong; it names the option, never its value.
 * @example
 * const handler = createAvatarHandler({
 *   authorize: async ({ headers }) => (await userOf(headers.get('cookie'))) !== undefined,
 * })
 * createServer(toNodeHandler(handler)).listen(3000) // toNodeHandler: '@greenapi/avatar-server/node'
 */
export function createAvatarHandler(options: AvatarHandlerOptions): AvatarHandler {
  const resolved = resolveOptions(options)
  const { onEvent, onTrouble, messenger, credentialsFor } = resolved
  const instances = createInstances(resolved, onEvent)
  const authorize = createAuthorizer(resolved.authorize, onTrouble)
  const concealedForMs = resolved.concealAccounts ? resolved.lifetimes.noneMs : undefined
  const nameInstance = createInstanceNamer(resolved.resolveInstance, onTrouble)
  const admit = createAdmission({
    resolved,
    instances,
    authorize,
    budgets: resolved.budgets && createBudgets(resolved.budgets, resolved.clock),
    nameInstance,
    concealedForMs,
  })
  const plain = createRouter({
    emit: onTrouble,
    lookUp: createLookUp({ resolved, admit, concealedForMs }),
    picture: createPictureRoute({ resolved, instances, authorize, nameInstance }),
    origins: createOrigins(resolved.cors, Number(resolved.trustProxy) > 0),
  })

  const handle = async (request: Request, context?: unknown, executionContext?: unknown): Promise<Response> =>
    toWebResponse(await plain(new WebRequest(request, readContext(context, executionContext))))

  const route = (request: Request, context?: unknown): Promise<Response> => handle(request, context)

  return Object.assign(route, {
    fetch: handle,
    GET: route,
    POST: route,
    HEAD: route,
    OPTIONS: route,
    plain,
    lookup: createServerLookUp(resolved, instances, concealedForMs),
    invalidate(chatId: string, { instance = '' }: { readonly instance?: string | undefined } = {}) {
      const id = parseChatId(chatId, { messenger })
      instances.open.get(credentialsFor === undefined ? '' : instance)?.engine.invalidate(id)
    },
    stats(): HandlerStats {
      const stats = [...instances.open.values()].map((instance) => [instance.id, instance.stats()] as const)
      // Own properties, even where a tenant is named `__proto__`.
      return { instances: Object.fromEntries(stats) }
    },
    close: () => instances.close(),
  })
}
