import type { Transport } from './batcher.js'
import { decodeOutcome } from '../protocol/decodeOutcome.js'
import type { LookupRequest } from '../protocol/lookupRequest.js'
import type { AvatarClientOptions } from './AvatarClientOptions.js'
import { fieldsOf } from '../protocol/fields.js'
import { AvatarError } from '../protocol/AvatarError.js'
import { MAX_PART_CHARS } from './limits.js'

/** Look-ups as one `POST` that is answered line by line, or with `batch: false` as one `GET` each. */
export const createHttpTransport = (options: AvatarClientOptions, backendUrl: string): Transport =>
  async function* (chatIds, { refresh, waitMs, signal }) {
    // Read at each call: an app may replace them.
    const { batch = true, decode = decodeOutcome, fetch: send = fetch, credentials, headers: given } = options
    const headers = new Headers(await (typeof given === 'function' ? given() : given))
    let post
    if (batch) {
      headers.set('content-type', 'application/json')
      const request: LookupRequest = { refresh, waitMs, chatIds }
      post = { body: JSON.stringify(request), method: 'POST' }
    }
    // Canonical ids have nothing in them that a query must escape.
    const response = await send(
      post ? backendUrl : backendUrl + '?chatId=' + chatIds[0] + (refresh[0] ? '&refresh=1' : ''),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- without credentials `fetch` has its own default
      { ...post, credentials: credentials as RequestCredentials, headers, signal },
    )
    const isLines = post && response.ok
    const reader = response.body?.getReader?.()
    const decoder = reader && new TextDecoder()
    let isDone
    let rest = ''
    while (!isDone) {
      const chunk = await reader?.read()
      isDone = !chunk || chunk.done
      // Without streaming bodies (React Native) the whole text is one chunk.
      rest += decoder ? decoder.decode(chunk?.value, { stream: !isDone }) : await response.text()
      if (rest.length > MAX_PART_CHARS) throw new AvatarError('bad_response')
      const parts = isLines ? rest.split('\n') : [rest]
      if (!isDone) rest = parts.pop() ?? ''
      for (const text of parts) {
        let value: unknown = text
        try {
          value = JSON.parse(text)
        } catch {
          // An empty line, or the last one of a connection that was cut.
          if (isLines && /^\s*($|{)/.test(text)) continue
        }
        const { chatId } = fieldsOf(value)
        // What is no line of the protocol is a bad answer to all who wait.
        yield isLines ? { chatId, ...decodeOutcome(chatId && value, response) } : decode(value, response)
      }
    }
  }
