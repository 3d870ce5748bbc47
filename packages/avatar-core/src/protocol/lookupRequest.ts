import { AvatarError } from './AvatarError.js'
import { fieldsOf, readDuration } from './fields.js'
import { MAX_BATCH_IDS, MAX_REQUEST_BYTES, MAX_WAIT_MS } from './limits.js'

/** The body of a `POST`: the question about up to 100 chats. */
export interface LookupRequest {
  /** Chat ids in any form, each string once. Every one gets an answer of its own. */
  chatIds: readonly string[]
  /** Those of `chatIds` that the backend should ask upstream for again. */
  refresh?: readonly string[] | undefined
  /** After how many milliseconds ids without an answer get `pending`: 0 to 25,000. */
  waitMs?: number | undefined
}

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AvatarError('bad_request')
  }
}

/**
 * Reads the body of a `POST`. Unknown fields are ignored, strings sent twice count once, `refresh` is cut down to what is in
 * `chatIds`, and `waitMs` to 25,000.
 *
 * @throws AvatarError `payload_too_large` above 16 KB, `too_many_ids` above 100 ids, else `bad_request`.
 * @example
 * decodeLookupRequest('{"chatIds":["5521999990000@c.us"],"waitMs":3000}')
 */
export function decodeLookupRequest(text: string): LookupRequest {
  if (text.length > MAX_REQUEST_BYTES || new TextEncoder().encode(text).length > MAX_REQUEST_BYTES) {
    throw new AvatarError('payload_too_large')
  }
  const { chatIds, refresh, waitMs } = fieldsOf(parseJson(text))
  if (!isStrings(chatIds) || chatIds.length === 0 || !isStrings(refresh ?? []))
    throw new AvatarError('bad_request')
  const wait = readDuration(waitMs)
  if (wait === undefined && (waitMs ?? undefined) !== undefined) throw new AvatarError('bad_request')
  const ids = new Set(chatIds)
  if (ids.size > MAX_BATCH_IDS) throw new AvatarError('too_many_ids')
  const again = isStrings(refresh) ? new Set(refresh.filter((id) => ids.has(id))) : []
  return {
    chatIds: [...ids],
    refresh: [...again],
    ...(wait === undefined ? {} : { waitMs: Math.min(wait, MAX_WAIT_MS) }),
  }
}

/**
 * The body of a `POST`.
 *
 * @example
 * encodeLookupRequest({ chatIds: ['5521999990000@c.us'], waitMs: 3000 })
 */
export const encodeLookupRequest = (request: LookupRequest): string => JSON.stringify(request)
