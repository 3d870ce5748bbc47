import { decodeAnswer } from '../protocol/answers.js'
import type { AvatarTransport } from '../protocol/answers.js'
import { AvatarError } from '../protocol/AvatarError.js'
import { encodeLookupRequest } from '../protocol/lookupRequest.js'
import type { AvatarClientOptions } from './AvatarClientOptions.js'
import { MAX_PART_CHARS, WAIT_MS } from './limits.js'

/** Look-ups as one `POST` that is answered line by line, or with `batch: false` as one `GET` each. */
export function createHttpTransport(options: AvatarClientOptions, backendUrl: string): AvatarTransport {
  return async function* lookUp(chatIds, { signal, refresh }) {
    // Read at each call: an app may replace them.
    const { batch, decode, credentials = 'same-origin', headers: given, fetch: send = fetch } = options
    const headers = new Headers(await (typeof given === 'function' ? given() : given))
    let url = backendUrl
    let body: string | null = null
    if (batch === false) {
      url += `?chatId=${encodeURIComponent(chatIds.join())}${refresh.length ? '&refresh=1' : ''}`
    } else {
      headers.set('content-type', 'application/json')
      body = encodeLookupRequest({ chatIds, refresh, waitMs: WAIT_MS })
    }
    const response = await send(url, { method: body ? 'POST' : 'GET', body, headers, credentials, signal })
    const isLines = response.ok && body
    const reader = response.body?.getReader?.()
    const decoder = reader && new TextDecoder()
    let rest = ''
    let isDone = false
    while (!isDone) {
      const chunk = await reader?.read()
      isDone = chunk?.done ?? true
      // Without streaming bodies (React Native) the whole text is one chunk.
      rest += decoder ? decoder.decode(chunk?.value, { stream: !isDone }) : await response.text()
      // Only lines are cut: no JSON text has a NUL in it.
      const parts = rest.split(isLines ? '\n' : '\0')
      if (!isDone) rest = parts.pop() ?? ''
      if (rest.length > MAX_PART_CHARS) throw new AvatarError('bad_response')
      for (const text of parts) {
        let value: unknown = text
        try {
          value = JSON.parse(text)
        } catch {}
        // A line names its chat. All else is about every chat that was asked for.
        for (const chatId of isLines ? [undefined] : chatIds) {
          const answer =
            decode && chatId
              ? { chatId, ...decode(value, response) }
              : decodeAnswer(value, chatId, response.status)
          if (answer) yield answer
          // Neither an empty line nor the last one of a connection that was cut.
          else if (!/^\s*($|{)/.test(String(value))) throw new AvatarError('bad_response')
        }
      }
    }
  }
}
