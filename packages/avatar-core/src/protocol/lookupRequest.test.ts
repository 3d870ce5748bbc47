import { describe, expect, test } from 'vitest'
import { isAvatarError } from './isAvatarError.js'
import { MAX_BATCH_IDS, MAX_REQUEST_BYTES } from './limits.js'
import { decodeLookupRequest, encodeLookupRequest } from './lookupRequest.js'

const id = '5521999990000@c.us'

function refusalOf(text: string): string {
  try {
    decodeLookupRequest(text)
  } catch (error) {
    if (isAvatarError(error)) return error.code
    throw error
  }
  return 'taken'
}

describe('decodeLookupRequest', () => {
  test('reads what encodeLookupRequest writes', () => {
    const request = { chatIds: [id, '+55 21'], refresh: [id], waitMs: 3000 }
    expect(decodeLookupRequest(encodeLookupRequest(request))).toEqual(request)
    expect(decodeLookupRequest(JSON.stringify({ chatIds: [id] }))).toEqual({ chatIds: [id], refresh: [] })
  })

  test('strings count once and stay as they were sent', () => {
    const text = JSON.stringify({ chatIds: [id, id, ' a ', '\ud800'], refresh: [id, id, 'other'], more: 1 })
    expect(decodeLookupRequest(text)).toEqual({ chatIds: [id, ' a ', '\ud800'], refresh: [id] })
  })

  test('a malformed id does not refuse the batch', () => {
    expect(refusalOf(JSON.stringify({ chatIds: ['', 'null@c.us', id] }))).toBe('taken')
  })

  test('waitMs is cut down to 25 s', () => {
    expect(decodeLookupRequest(JSON.stringify({ chatIds: [id], waitMs: 1e9 })).waitMs).toBe(25_000)
    expect(decodeLookupRequest(JSON.stringify({ chatIds: [id], waitMs: null })).waitMs).toBeUndefined()
  })

  test.each([
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{}',
    '{"chatIds":[]}',
    '{"chatIds":"a"}',
    '{"chatIds":[1]}',
    '{"chatIds":{"0":"a"}}',
    '{"chatIds":["a"],"refresh":"a"}',
    '{"chatIds":["a"],"waitMs":-1}',
    '{"chatIds":["a"],"waitMs":"3"}',
  ])('%s is a bad request', (text) => {
    expect(refusalOf(text)).toBe('bad_request')
  })

  test('takes 100 different ids and no more', () => {
    const ids = Array.from({ length: 101 }, (_, index) => `${5_521_999_990_000 + index}@c.us`)
    expect(refusalOf(JSON.stringify({ chatIds: ids.slice(0, MAX_BATCH_IDS) }))).toBe('taken')
    expect(refusalOf(JSON.stringify({ chatIds: ids }))).toBe('too_many_ids')
    expect(refusalOf(JSON.stringify({ chatIds: [...ids.slice(1), ...ids.slice(1)] }))).toBe('taken')
  })

  test('takes 16 KB and no more, in bytes', () => {
    const padded = (filler: string, bytes: number): string => {
      const text = JSON.stringify({ chatIds: [id], more: '' })
      return text.replace('""', `"${filler.repeat((bytes - text.length) / Buffer.byteLength(filler))}"`)
    }
    expect(refusalOf(padded('x', MAX_REQUEST_BYTES))).toBe('taken')
    expect(refusalOf(padded('x', MAX_REQUEST_BYTES + 1))).toBe('payload_too_large')
    expect(refusalOf(padded('é', MAX_REQUEST_BYTES + 40))).toBe('payload_too_large')
    expect(refusalOf('['.repeat(10_000_000))).toBe('payload_too_large')
  })
})

test('a hundred of the longest canonical ids fit in one request, also when all are refreshed', () => {
  const longest = ['1234567890123456-1581234048@g.us', `${'9'.repeat(32)}@g.us`, `${'9'.repeat(20)}@lid`]
  const chatIds = Array.from(
    { length: MAX_BATCH_IDS },
    () => longest.toSorted((a, b) => b.length - a.length)[0] ?? '',
  )
  const text = encodeLookupRequest({ chatIds, refresh: chatIds, waitMs: 25_000 })
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(MAX_REQUEST_BYTES)
})
