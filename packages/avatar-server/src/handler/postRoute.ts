import {
  MAX_REQUEST_BYTES,
  type WireAnswer,
  decodeLookupRequest,
  encodeAnswer,
} from '@greenapi/avatar-core/protocol'
import { mapGroups, startWith } from '../engine/createGroups.js'
import type { LookUp } from './createLookUp.js'
import { NDJSON_HEADERS } from '../http/headers.js'
import type { PlainRequest, PlainResponse } from '../http/plain.js'
import { httpProblem } from '../http/problem.js'

const JSON_TYPE = /^application\/json\s*(?:;|$)/i

/** `POST {backendUrl}`: many chats, one line each, as soon as it is known. */
export async function postRoute(request: PlainRequest, lookUp: LookUp): Promise<PlainResponse> {
  if (!JSON_TYPE.test(request.header('content-type') ?? '')) {
    return httpProblem(415, 'bad_request', {
      detail:
        '@greenapi/avatar-server: the body is not announced as JSON. Send Content-Type: application/json.',
    })
  }
  const encoding = request.header('content-encoding')
  if (encoding !== undefined && encoding !== 'identity') {
    return httpProblem(415, 'bad_request', {
      detail: '@greenapi/avatar-server: the body is compressed, which is not read here. Send it as it is.',
    })
  }
  const question = decodeLookupRequest(await request.readText(MAX_REQUEST_BYTES))
  const { chatIds, refresh = [], waitMs } = question
  const result = await lookUp(request, { chatIds, refresh, waitMs })
  if (result.kind === 'refused') return result.response
  const first = toLines(result.ready)
  return {
    status: 200,
    headers: NDJSON_HEADERS,
    // The first piece is sent even when empty: it brings the headers, so that clients know they have been heard.
    body: result.rest === undefined ? first : startWith(first, mapGroups(result.rest, toLines)),
  }
}

function toLines(answers: readonly WireAnswer[]): string {
  let text = ''
  for (const answer of answers) text += `${encodeAnswer(answer)}\n`
  return text
}
