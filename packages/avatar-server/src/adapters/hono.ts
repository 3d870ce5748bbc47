import type { AvatarHandler } from '../avatarHandler.js'

/** The part of Hono's context that is needed; Hono itself is not. */
export interface HonoContext {
  readonly req: { readonly raw: Request }
  readonly env: unknown
}

export interface HonoOptions {
  /** The peer's address, which each runtime keeps elsewhere; for Node `(c) => getConnInfo(c).remote.address`. */
  readonly ip?: ((context: HonoContext) => string | undefined) | undefined
}

/**
 * A handler for Hono on any runtime.
 *
 * @example
 * app.all('/api/avatars/*', toHonoHandler(handler))
 * app.all('/api/avatars', toHonoHandler(handler))
 */
export function toHonoHandler(
  handler: Pick<AvatarHandler, 'fetch'>,
  { ip }: HonoOptions = {},
): (context: HonoContext) => Promise<Response> {
  return (context) =>
    handler.fetch(context.req.raw, {
      ip: ip?.(context),
      env: context.env,
      waitUntil: (promise: Promise<unknown>) => keepAlive(context, promise),
    })
}

/** Hono's `executionCtx` throws where the runtime has none. */
function keepAlive(context: object, promise: Promise<unknown>): void {
  try {
    if (!('executionCtx' in context)) return
    const execution = context.executionCtx
    if (typeof execution !== 'object' || execution === null || !('waitUntil' in execution)) return
    if (typeof execution.waitUntil === 'function') execution.waitUntil(promise)
  } catch {
    // Nothing ends with the response there.
  }
}
