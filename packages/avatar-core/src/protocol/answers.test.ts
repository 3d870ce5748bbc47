import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeAnswer, encodeAnswer } from './answers.js'
import type { WireAnswer } from './answers.js'
import { AVATAR_ERROR_CODES } from './errorCodes.js'

const chatId = '5521999990000@c.us'
const BAD = { chatId, status: 'error', code: 'bad_response' }
const found = { chatId, status: 'found', url: 'picture/abc', sizes: [48, 96], freshForMs: 1000 }

describe('decodeAnswer', () => {
  test.each<WireAnswer>([
    { chatId, status: 'found', url: 'picture/abc', sizes: [48, 96], freshForMs: 43_200_000 },
    { chatId, status: 'found', url: 'https://cdn.example/a.jpg', freshForMs: 0 },
    { chatId, status: 'none', freshForMs: 1 },
    { chatId, status: 'hidden', freshForMs: 1 },
    { chatId, status: 'no_account', freshForMs: 1 },
    { chatId, status: 'error', code: 'rate_limited', retryAfterMs: 800 },
    { chatId, status: 'error', code: 'forbidden' },
    { chatId, status: 'pending', retryAfterMs: 250 },
  ])('$status survives the wire', (answer) => {
    const line = encodeAnswer(answer)
    expect(line).not.toContain('\n')
    expect(decodeAnswer(JSON.parse(line))).toEqual(answer)
  })

  test('fields it does not know are ignored, at both ends', () => {
    expect(decodeAnswer({ chatId, status: 'none', freshForMs: 5, url: 'x', later: { a: 1 } })).toStrictEqual({
      chatId,
      status: 'none',
      freshForMs: 5,
    })
    const spilling = { ...found, status: 'found' as const, token: 'secret' }
    expect(encodeAnswer(spilling)).not.toContain('secret')
  })

  test.each(['deleted', '', undefined, null, 7, {}])(
    'the unknown status %o becomes bad_response',
    (status) => {
      expect(decodeAnswer({ ...found, status })).toMatchObject(BAD)
    },
  )

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'data:image/svg+xml,<svg onload="1">',
    'data:image/png;base64,iVBOR',
    'vbscript:x',
    'blob:https://a/b',
    'file:///etc/passwd',
    '',
    undefined,
    null,
    5,
    ['https://a/b'],
  ])('the url %j becomes bad_response', (url) => {
    expect(decodeAnswer({ ...found, url })).toMatchObject(BAD)
  })

  test.each([
    'picture/a',
    '/media/a.jpg',
    './a',
    '../a:b',
    'a/?x=1:2',
    'https://a/b',
    'HTTP://a/b',
    '//cdn/a',
  ])('the url %j is taken', (url) => {
    expect(decodeAnswer({ ...found, url })).toMatchObject({ status: 'found', url })
  })

  test.each([undefined, null, -1, Number.NaN, '1000', {}, true])(
    'the lifetime %o becomes bad_response',
    (freshForMs) => {
      expect(decodeAnswer({ ...found, freshForMs })).toMatchObject(BAD)
      expect(decodeAnswer({ chatId, status: 'none', freshForMs })).toMatchObject(BAD)
    },
  )

  test('an endless lifetime is cut down to what a timer can wait', () => {
    expect(decodeAnswer({ ...found, freshForMs: Infinity })).toMatchObject({ freshForMs: 2_000_000_000 })
  })

  test.each([[['48']], [[0]], [[-1]], ['48'], [{}], [[Number.NaN]]])(
    'sizes that are none are left out: %o',
    (sizes) => {
      expect(decodeAnswer({ ...found, sizes })).toEqual({ ...found, sizes: undefined })
    },
  )

  test.each(['mystery', 'constructor', undefined, 5, ['network']])(
    'the unknown code %o becomes bad_response',
    (code) => {
      expect(decodeAnswer({ chatId, status: 'error', code })).toMatchObject(BAD)
    },
  )

  test.each(AVATAR_ERROR_CODES)('the code %s is read', (code) => {
    expect(decodeAnswer({ chatId, status: 'error', code })).toMatchObject({ status: 'error', code })
  })

  test.each([null, -5, 'soon', Number.NaN])(
    'a pending without a time is asked again after a second: %o',
    (retryAfterMs) => {
      expect(decodeAnswer({ chatId, status: 'pending', retryAfterMs })).toEqual({
        chatId,
        status: 'pending',
        retryAfterMs: 1000,
      })
    },
  )

  test.each([undefined, null, 'x', 5, [], {}, { chatId: 5, status: 'none' }, { code: 'forbidden' }])(
    '%o names no chat id and is nobody’s answer',
    (value) => {
      expect(decodeAnswer(value)).toBeUndefined()
    },
  )

  test('whatever comes, it never throws and what it returns can be sent', () => {
    const fields = fc.record(
      {
        chatId: fc.oneof(fc.string(), fc.anything()),
        status: fc.oneof(fc.constantFrom('found', 'none', 'error', 'pending'), fc.anything()),
        url: fc.oneof(fc.webUrl(), fc.string(), fc.anything()),
        sizes: fc.oneof(fc.array(fc.nat()), fc.anything()),
        freshForMs: fc.oneof(fc.nat(), fc.anything()),
        code: fc.oneof(fc.constantFrom(...AVATAR_ERROR_CODES), fc.anything()),
        retryAfterMs: fc.anything(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(fields, fc.anything()), (value) => {
        const answer = decodeAnswer(value)
        if (answer === undefined) return
        const line = encodeAnswer(answer)
        const read = decodeAnswer(JSON.parse(line))
        expect(read && encodeAnswer(read)).toBe(line)
      }),
      { numRuns: 1000 },
    )
  })
})

test('a chat id with a lone surrogate comes back as it was sent', () => {
  const lone = 'a\ud800b'
  const line = encodeAnswer({ chatId: lone, status: 'error', code: 'invalid_chat_id' })
  const bytes = new TextEncoder().encode(line)
  expect(decodeAnswer(JSON.parse(new TextDecoder().decode(bytes)))?.chatId).toBe(lone)
})
