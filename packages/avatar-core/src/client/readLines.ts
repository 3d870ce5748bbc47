import { AvatarError } from '../protocol/AvatarError.js'

/** Longest answer that is read: 4 MiB. A hundred found pictures are thirty thousand bytes. */
const MAX_RESPONSE_BYTES = 2 ** 22

/**
 * The lines of a response as they arrive, the last one with or without a line break; where `fetch` has no streaming bodies
 * (React Native), all at once. Whoever stops reading aborts the request.
 *
 * @throws AvatarError `bad_response` when the text does not end.
 */
export async function* readLines(response: Response): AsyncGenerator<string, void, undefined> {
  const reader = response.body?.getReader?.()
  if (!reader) return yield* (await response.text()).split('\n')
  const decoder = new TextDecoder()
  let rest: string | undefined = ''
  let left = MAX_RESPONSE_BYTES
  while (rest !== undefined) {
    const { done, value } = await reader.read()
    const lines: string[] = (rest + decoder.decode(value, { stream: !done })).split('\n')
    left -= value?.length ?? 0
    if (left < 0) throw new AvatarError('bad_response')
    rest = done ? undefined : lines.pop()
    yield* lines
  }
}
