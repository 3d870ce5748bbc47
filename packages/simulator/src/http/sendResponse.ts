import type { ServerResponse } from 'node:http'

/** Writes a `Response` to Node's answer piece by piece, at the client's pace; stops when the client leaves. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body === null) {
    outgoing.end()
    return
  }
  outgoing.flushHeaders()
  const reader = response.body.getReader()
  // Nothing is read for a client that has left.
  const stop = (): void => void reader.cancel().catch(() => undefined)
  outgoing.once('close', stop)
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (outgoing.destroyed) return
      if (!outgoing.write(piece.value)) await drained(outgoing)
    }
    outgoing.end()
  } finally {
    outgoing.off('close', stop)
  }
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      outgoing.off('drain', done)
      outgoing.off('close', done)
      resolve()
    }
    outgoing.on('drain', done)
    outgoing.on('close', done)
  })
}
