import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AvatarHandler } from '../avatarHandler.js'
import { createNodeRequest } from './nodeRequest.js'
import { sendNodeResponse } from './nodeResponse.js'

/** What `http.createServer`, Express and Connect call. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void

/**
 * The handler for `node:http`, Express and Connect. A mount prefix may be stripped or kept; a body that a parser before it
 * has read is taken from `request.body`.
 *
 * @example
 * app.use('/api/avatars', toNodeHandler(createAvatarHandler({ authorize })))
 */
export function toNodeHandler(handler: Pick<AvatarHandler, 'plain'>): NodeHandler {
  return (request, response) => {
    void serve(handler, request, response)
  }
}

async function serve(
  { plain }: Pick<AvatarHandler, 'plain'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const incoming = createNodeRequest(request, response)
  try {
    await sendNodeResponse(response, await plain(incoming.request))
  } catch {
    // The client left, or the connection broke: there is nobody to tell.
    response.destroy()
  } finally {
    incoming.end()
  }
}
