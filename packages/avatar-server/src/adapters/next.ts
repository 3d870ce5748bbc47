import type { AvatarHandler } from '../avatarHandler.js'

type RouteHandler = (request: Request) => Promise<Response>

/** What a `route.ts` of the App Router exports. */
export interface NextHandlers {
  readonly GET: RouteHandler
  readonly HEAD: RouteHandler
  readonly POST: RouteHandler
  readonly OPTIONS: RouteHandler
}

/** Next's own `after`, or anything that keeps the runtime alive until a promise settles. */
export interface NextOptions {
  readonly waitUntil?: ((promise: Promise<unknown>) => void) | undefined
}

/**
 * Route handlers for `app/api/avatars/[[...path]]/route.ts`. Pass `waitUntil: after` (from `next/server`) where functions end
 * with the response, so that stale answers are renewed behind it.
 *
 * @example
 * export const { GET, HEAD, POST, OPTIONS } = toNextHandlers(createAvatarHandler({ authorize }), { waitUntil: after })
 */
export function toNextHandlers(
  handler: Pick<AvatarHandler, 'fetch'>,
  { waitUntil }: NextOptions = {},
): NextHandlers {
  // What Next passes beside the request are the parameters of the path, which the handler has no use for.
  const route: RouteHandler = (request) => handler.fetch(request, { waitUntil })
  return { GET: route, HEAD: route, POST: route, OPTIONS: route }
}
