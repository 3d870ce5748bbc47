import { decodeAnswer, readAnswer } from '../protocol/answers.js'
import type { AvatarTransport } from '../protocol/answers.js'
import { AvatarError } from '../protocol/AvatarError.js'
import { codeOfStatus, readErrorCode } from '../protocol/errorCodes.js'
import { fieldsOf, readDuration } from '../protocol/fields.js'
import { encodeLookupRequest } from '../protocol/lookupRequest.js'
import type { AvatarClientOptions } from './AvatarClientOptions.js'
import { readLines } from './readLines.js'

/** How long the backend may hold a request before it answers `pending`, so that few requests never stop a page. */
const WAIT_MS = 3000

/** Look-ups as one `POST` that is answered line by line, or with `batch: false` as one `GET` each. */
export function createHttpTransport(options: AvatarClientOptions, backendUrl: string): AvatarTransport {
  return async function* lookUp(chatIds, { signal, refresh }) {
    // Read at each call: an app may replace them.
    const { batch, decode, credentials = 'same-origin', headers: given, fetch = globalThis.fetch } = options
    const headers = new Headers(await (typeof given === 'function' ? given() : given))
    if (signal.aborted) return
    const init: RequestInit = { signal, headers, credentials }
    let url = backendUrl
    if (batch === false) {
      url += `${url.includes('?') ? '&' : '?'}chatId=${encodeURIComponent(chatIds.join())}${refresh.length ? '&refresh=1' : ''}`
    } else {
      headers.set('content-type', 'application/json')
      init.method = 'POST'
      init.body = encodeLookupRequest({ chatIds, refresh, waitMs: WAIT_MS })
    }
    const response = await fetch(url, init)
    const isStream = init.body && response.ok
    let text = ''
    for await (const line of readLines(response)) {
      const value = parseJson(line)
      const answer = decodeAnswer(value)
      if (!isStream) text += line
      else if (answer) yield answer
      // Neither an empty line nor the last one of a connection that was cut.
      else if (!/^\s*($|{)/.test(String(value))) throw new AvatarError('bad_response')
    }
    if (isStream) return
    const body = parseJson(text)
    const fields = fieldsOf(body)
    const code = readErrorCode(fields['code']) ?? (response.ok || decode ? undefined : codeOfStatus(response.status))
    if (code) {
      const seconds = Number.parseFloat(response.headers.get('retry-after') ?? '')
      throw new AvatarError(code, { retryAfterMs: readDuration(fields['retryAfterMs']) ?? readDuration(seconds * 1000) })
    }
    const [chatId = ''] = chatIds
    yield decode ? { chatId, ...decode(body, response) } : readAnswer(chatId, fields)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
