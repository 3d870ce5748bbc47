/** Thrown by {@link readCapped}; carries nothing of what was read. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'
  constructor(maxBytes: number) {
    super(`@greenapi/avatar-server: a body is larger than ${maxBytes} bytes. It was not read to its end.`)
  }
}

/** Reads a whole body as text and stops, letting the connection go, at `maxBytes`. */
export async function readCapped(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  signal: AbortSignal,
): Promise<string> {
  if (body === null) return ''
  const reader = body.getReader()
  const cancel = (): void => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return await readText(reader, maxBytes, signal)
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
}

async function readText(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
  signal: AbortSignal,
): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    signal.throwIfAborted()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > maxBytes) throw new BodyTooLargeError(maxBytes)
    text += decoder.decode(value, { stream: true })
  }
}
