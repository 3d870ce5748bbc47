import { AvatarError, type WireAnswer, encodeAnswer } from '@greenapi/avatar-core/protocol'
import type { LookUp, LookUpResult } from './createLookUp.js'
import { JSON_HEADERS } from '../http/headers.js'
import type { PlainRequest, PlainResponse } from '../http/plain.js'
import { problem } from '../http/problem.js'
import { queryValue } from '../http/target.js'

const CACHE_STATUS = {
  hit: { ...JSON_HEADERS, 'cache-status': 'greenapi-avatars; hit' },
  stale: { ...JSON_HEADERS, 'cache-status': 'greenapi-avatars; hit; ttl=-1' },
  miss: { ...JSON_HEADERS, 'cache-status': 'greenapi-avatars; fwd=miss' },
} as const

/** `GET {backendUrl}?chatId=…`: one chat, one object, held until it is known. */
export async function getRoute(request: PlainRequest, query: string, lookUp: LookUp): Promise<PlainResponse> {
  const chatId = queryValue(query, 'chatId')
  if (chatId === undefined || chatId === null) return problem(new AvatarError('bad_request'))
  const again = queryValue(query, 'refresh')
  const refresh = again === '1' || again === 'true' ? [chatId] : []
  const result = await lookUp(request, { chatIds: [chatId], refresh })
  if (result.kind === 'refused') return result.response
  const answer = await onlyAnswer(result)
  if (answer === undefined) return problem(new AvatarError('missing_result'))
  if (answer.status === 'error') {
    return problem(new AvatarError(answer.code, { retryAfterMs: answer.retryAfterMs }))
  }
  const headers = result.cache === undefined ? JSON_HEADERS : CACHE_STATUS[result.cache]
  return { status: 200, headers, body: encodeAnswer(answer) }
}

async function onlyAnswer({
  ready,
  rest,
}: Extract<LookUpResult, { kind: 'lines' }>): Promise<WireAnswer | undefined> {
  if (ready[0] !== undefined || rest === undefined) return ready[0]
  for await (const group of rest) return group[0]
  return undefined
}
