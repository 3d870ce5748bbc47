import type { AvatarHandler } from '../avatarHandler.js'
import { type NodeExchange, NodeRequest } from './nodeRequest.js'
import { sendNodeResponse } from './nodeResponse.js'

/** One request of `node:http`, from its arrival to the end of its answer. Never rejects. */
export async function serveNode(
  { plain }: Pick<AvatarHandler, 'plain'>,
  exchange: NodeExchange,
): Promise<void> {
  try {
    await sendNodeResponse(exchange.response, await plain(new NodeRequest(exchange)))
  } catch {
    // The client left, or the connection broke: there is nobody to tell.
    exchange.response.destroy()
  }
}
