import type { AvatarHandler } from '../avatarHandler.js'

/** The part of Hono's context that is needed; Hono itself is not. */
export interface HonoContextLike {
  readonly req: { readonly raw: Request }
  readonly env: unknown
}

export interface HonoAdapterOptions<Context extends HonoContextLike> {
  /**
   * The peer's address, which each runtime keeps elsewhere. On Node: `(context) => getConnInfo(context).remote.address`, with
   * `getConnInfo` of `@hono/node-server/conninfo`.
   */
  readonly ip?: ((context: Context) => string | undefined) | undefined
}

/**
 * The handler for Hono, on any runtime.
 *
 * @example
 * const avatars = toHonoHandler(createAvatarHandler({ authorize }))
 * app.all('/api/avatars', avatars).all('/api/avatars/*', avatars)
 */
export function toHonoHandler<Context extends HonoContextLike>(
  handler: Pick<AvatarHandler, 'fetch'>,
  { ip }: HonoAdapterOptions<Context> = {},
): (context: Context) => Promise<Response> {
  return (context) =>
    handler.fetch(context.req.raw, {
      ip: ip?.(context),
      env: context.env,
      waitUntil: (promise: Promise<unknown>) => keepAlive(context, promise),
    })
}

/** Hono's `executionCtx` throws where the runtime has none; nothing ends with the response there. */
function keepAlive(context: object, promise: Promise<unknown>): void {
  try {
    const execution = 'executionCtx' in context ? context.executionCtx : undefined
    if (typeof execution !== 'object' || execution === null || !('waitUntil' in execution)) return
    if (typeof execution.waitUntil === 'function') execution.waitUntil(promise)
  } catch {}
}
