import { AvatarError } from '@greenapi/avatar-core/protocol'
import { JSON_REQUEST_HEADERS, type UpstreamSend } from './upstreamRequest.js'

/** By `fetch`, which does not tell when a request is out: it counts as out at once. */
export function createFetchSend(send: typeof fetch): UpstreamSend {
  return async (url, { body, signal, onSent }) => {
    const answer = send(url, {
      method: 'POST',
      headers: JSON_REQUEST_HEADERS,
      body,
      redirect: 'manual',
      signal,
    })
    onSent()
    const response = await answer.catch(() => undefined)
    if (response === undefined) throw new AvatarError('upstream_failed')
    return { status: response.status, retryAfter: response.headers.get('retry-after'), body: response.body }
  }
}

/** By Node's own client where there is one, else by the runtime's `fetch`; loaded with the first request. */
export function createPlatformSend(): UpstreamSend {
  let platform: Promise<UpstreamSend> | undefined
  return async (url, request) => (await (platform ??= loadSend()))(url, request)
}

async function loadSend(): Promise<UpstreamSend> {
  // Node 20 has no navigator; the others say who they are, though some of them answer to `process` as well.
  const isNode = typeof navigator === 'undefined' || navigator.userAgent.startsWith('Node.js')
  if (!isNode) return createFetchSend((...input) => fetch(...input))
  const { createNodeSend } = await import('./nodeSend.js')
  return createNodeSend()
}
