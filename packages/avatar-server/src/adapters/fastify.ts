import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AvatarHandler } from '../avatarHandler.js'
import { serveNode } from './serveNode.js'

/** The parts of Fastify that are needed; Fastify itself is not. */
export interface FastifyRequestLike {
  readonly raw: IncomingMessage
  readonly ip: string
}

export interface FastifyReplyLike {
  readonly raw: ServerResponse
  hijack(): unknown
  getHeaders(): Partial<Record<string, number | string | string[]>>
}

export interface FastifyLike {
  removeAllContentTypeParsers(): unknown
  addContentTypeParser(
    type: string,
    parser: (request: unknown, payload: unknown, done: (error: null) => void) => void,
  ): unknown
  all(path: string, handler: (request: FastifyRequestLike, reply: FastifyReplyLike) => Promise<void>): unknown
}

/**
 * A Fastify plugin. `authorize` gets Fastify's request as `raw`, and the address that Fastify's own `trustProxy` found.
 *
 * @example
 * await app.register(avatarPlugin, { prefix: '/api/avatars', handler: createAvatarHandler({ authorize }) })
 */
export async function avatarPlugin(
  app: FastifyLike,
  { handler }: { readonly handler: Pick<AvatarHandler, 'plain'> },
): Promise<void> {
  // The handler reads bodies itself, with its own cap; registered plugins share this with nobody.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  const serve = async (request: FastifyRequestLike, reply: FastifyReplyLike): Promise<void> => {
    reply.hijack()
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value)
    }
    const framework = { raw: request, ip: request.ip }
    await serveNode(handler, { request: request.raw, response: reply.raw, framework })
  }
  app.all('/', serve)
  app.all('/*', serve)
}
