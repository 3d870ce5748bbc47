import { wait } from '../wait.js'

const encoder = new TextEncoder()

/** The body in `count` pieces with equal pauses. */
export function slowBody(
  bytes: Uint8Array,
  delayMs: number,
  signal: AbortSignal,
  count: number = 8,
): ReadableStream<Uint8Array> {
  const size = Math.max(1, Math.ceil(bytes.length / count))
  let sent = 0
  return new ReadableStream({
    async pull(controller) {
      await wait(delayMs / count, signal)
      controller.enqueue(bytes.slice(sent, sent + size))
      sent += size
      if (sent >= bytes.length) controller.close()
    },
  })
}

/** The first half of the body, then the connection breaks. */
export function cutBody(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new TypeError('terminated'))
      else controller.enqueue(bytes.slice(0, Math.max(1, bytes.length >> 1)))
      sent = true
    },
  })
}

/** `head`, then `filler` again and again up to `total` bytes; without a total, for ever. */
export function longBody(
  head: Uint8Array,
  filler: Uint8Array,
  total: number = Infinity,
): ReadableStream<Uint8Array> {
  let sent = 0
  return new ReadableStream({
    async pull(controller) {
      const piece = sent === 0 ? head : filler
      controller.enqueue(piece.slice(0, Math.min(piece.length, total - sent)))
      sent += piece.length
      if (sent >= total) controller.close()
      // A reader that takes all it gets must not keep every other task from running.
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
  })
}

/** A JSON text of so many bytes that never gets to its point. */
export function hugeJson(total: number): ReadableStream<Uint8Array> {
  return longBody(encoder.encode('{"urlAvatar":"'), encoder.encode('A'.repeat(65_536)), total)
}
