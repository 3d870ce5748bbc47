import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AvatarHandler } from '../avatarHandler.js'
import type { NodeAdapterOptions } from './nodeRequest.js'
import { serveNode } from './serveNode.js'

export type { NodeAdapterOptions }

/** What `http.createServer`, Express and Connect call. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void

/**
 * The handler for `node:http`, Express and Connect. A mount prefix may be stripped or kept; a body that a parser before it
 * has read is taken from `request.body`.
 *
 * @example
 * app.use('/api/avatars', toNodeHandler(createAvatarHandler({ authorize })))
 */
export function toNodeHandler(
  handler: Pick<AvatarHandler, 'plain'>,
  options: NodeAdapterOptions = {},
): NodeHandler {
  const { bodyTimeoutMs } = options
  return (request, response) => void serveNode(handler, { request, response, bodyTimeoutMs })
}
