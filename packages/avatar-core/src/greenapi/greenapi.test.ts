import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AvatarError } from '../protocol/AvatarError.js'
import { isAvatarError } from '../protocol/isAvatarError.js'
import { decodeCheckWhatsappBody } from './decodeCheckWhatsappBody.js'
import { decodeGetAvatarBody } from './decodeGetAvatarBody.js'
import { decodeGreenApiError, greenApiQuota } from './decodeGreenApiError.js'
import { pictureLinkExpiry, pictureLinkId } from './pictureLink.js'

const LINK =
  'https://pps.whatsapp.net/v/t61.24694-24/56_78_90_n.jpg?ccb=11-4&oh=01_AdQ&oe=66B1C200&_nc_sid=5e03e0&_nc_cat=104'
const JPEG = '/9j/4AAQSkZJRgABAQ=='
const PATH = '/waInstance1101000001/getAvatar/THE-TOKEN'

function outcomeOf(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    if (isAvatarError(error)) return error.code
    throw error
  }
}

describe('decodeGetAvatarBody', () => {
  test('a link tells when it dies and which picture it is', () => {
    expect(
      decodeGetAvatarBody({ urlAvatar: LINK, available: true, existsWhatsapp: true, reason: '' }),
    ).toEqual({
      status: 'found',
      link: LINK,
      expiresAtMs: 0x66b1c200 * 1000,
      pictureId: '56_78_90_n.jpg',
    })
  })

  test.each([
    [JPEG, JPEG],
    [`data:image/jpeg;base64,${JPEG}`, JPEG],
    [`data:text/html;base64,${JPEG}`, JPEG],
    ['iVBORw0KGgo=', 'iVBORw0KGgo='],
    ['R0lGODlh', 'R0lGODlh'],
    ['UklGRiQA', 'UklGRiQA'],
    [`${JPEG.slice(0, 8)}\r\n${JPEG.slice(8)}`, JPEG],
  ])('base64 %j is a picture', (base64Avatar, base64) => {
    expect(decodeGetAvatarBody({ urlAvatar: '', base64Avatar })).toEqual({ status: 'found', base64 })
    expect(decodeGetAvatarBody({ urlAvatar: LINK, base64Avatar })).toMatchObject({ link: LINK, base64 })
  })

  test.each([
    [{ urlAvatar: '', available: true }, 'none'],
    [{ urlAvatar: 'undefined', available: true }, 'none'],
    [{ urlAvatar: 'null' }, 'none'],
    [{ urlAvatar: null }, 'none'],
    [{ available: true }, 'none'],
    [{ existsWhatsapp: true, urlAvatar: '', reason: '' }, 'none'],
    [{ urlAvatar: '', base64Avatar: 'undefined', available: true }, 'none'],
    [{ urlAvatar: '', available: false }, 'hidden'],
    [{ urlAvatar: 'undefined', available: false, existsWhatsapp: true }, 'hidden'],
    [{ urlAvatar: '', existsWhatsapp: false, reason: '' }, 'no_account'],
    [{ existsWhatsapp: false, available: false }, 'no_account'],
  ])('%o is %s', (body, status) => {
    expect(decodeGetAvatarBody(body)).toEqual({ status })
  })

  test.each([
    [{ existsWhatsapp: false, urlAvatar: '', reason: 'bad request data' }, 'invalid_chat_id'],
    [{ existsWhatsapp: false, reason: 'get avatar timeout limit exceeded' }, 'upstream_timeout'],
    [{ existsWhatsapp: false, reason: 'something new' }, 'upstream_failed'],
    ['rate-overlimit', 'rate_limited'],
    [{ message: 'rate-overlimit' }, 'rate_limited'],
    [{ urlAvatar: 'javascript:alert(1)' }, 'bad_response'],
    [{ urlAvatar: 'ftp://a/b' }, 'bad_response'],
    [{ urlAvatar: '', base64Avatar: 'PHN2Zz4=' }, 'bad_response'],
    [{ urlAvatar: '', base64Avatar: 'data:text/html,<script>' }, 'bad_response'],
    [{}, 'bad_response'],
    [[], 'bad_response'],
    [null, 'bad_response'],
    [undefined, 'bad_response'],
    ['<html>', 'bad_response'],
    [7, 'bad_response'],
  ])('%o inside HTTP 200 fails as %s', (body, code) => {
    expect(outcomeOf(() => decodeGetAvatarBody(body))).toBe(code)
  })

  test('a failed HTTP status is a failure, whatever the body says', () => {
    expect(outcomeOf(() => decodeGetAvatarBody({ urlAvatar: LINK }, 502))).toBe('upstream_failed')
  })

  test('whatever comes, it throws nothing but AvatarError', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: false }), (body) => {
        expect(() => outcomeOf(() => decodeGetAvatarBody(body))).not.toThrow()
      }),
    )
  })
})

describe('decodeGreenApiError', () => {
  test.each([
    [400, { message: 'bad request data' }, 'invalid_chat_id'],
    [400, { message: "Bad Request Validation failed. Details: 'chatId'" }, 'invalid_chat_id'],
    [400, { message: 'get avatar timeout limit exceeded' }, 'upstream_timeout'],
    [400, { message: 'instance account not authorized' }, 'instance_unavailable'],
    [400, { message: 'Instance account is expired. Renew it' }, 'instance_unavailable'],
    [403, { message: 'Instance is deleted' }, 'instance_unavailable'],
    [400, 'Instance is deleted', 'instance_unavailable'],
    [401, { message: 'Unauthorized' }, 'upstream_credentials'],
    [401, '', 'upstream_credentials'],
    [403, '<html>403 Forbidden</html>', 'upstream_credentials'],
    [404, { message: 'Not Found' }, 'upstream_failed'],
    [429, undefined, 'rate_limited'],
    [
      466,
      { invokeStatus: { method: 'getAvatar', used: '100', total: 100, status: 'QUOTE_EXCEEDED' } },
      'quota_exceeded',
    ],
    [466, { correspondentsStatus: { status: 'CORRESPONDENTS_QUOTA_EXCEEDED' } }, 'quota_exceeded'],
    [466, 'Payment required', 'quota_exceeded'],
    [499, '', 'upstream_timeout'],
    [500, '', 'upstream_failed'],
    [502, '<h1>Bad gateway</h1>', 'upstream_failed'],
    [503, null, 'upstream_failed'],
    [504, '', 'upstream_timeout'],
  ])('%i with %o is %s', (status, body, code) => {
    const withPath =
      typeof body === 'object' && body !== null ? { statusCode: status, path: PATH, ...body } : body
    const error = decodeGreenApiError(status, withPath)
    expect(error.code).toBe(code)
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('THE-TOKEN')
    expect(error.cause).toBeUndefined()
  })

  test.each(['instance in starting process try later', 'instance is starting or not authorized'])(
    'an instance that is starting is worth another try: %s',
    (message) => {
      expect(decodeGreenApiError(400, { message, path: PATH })).toMatchObject({
        code: 'instance_unavailable',
        retryable: true,
        retryAfterMs: 30_000,
      })
    },
  )

  test.each([
    [{ invokeStatus: { status: 'QUOTE_EXCEEDED' } }, 'method'],
    [{ invokeStatus: { status: 'QUOTA_EXCEEDED' } }, 'method'],
    [{ correspondentsStatus: { status: 'CORRESPONDENTS_QUOTE_EXCEEDED' } }, 'correspondents'],
    [
      { invokeStatus: { status: 'OK' }, correspondentsStatus: { status: 'CORRESPONDENTS_QUOTE_EXCEEDED' } },
      'correspondents',
    ],
    [{}, undefined],
    ['x', undefined],
  ])('the quota that %o speaks of is %s', (body, quota) => {
    expect(greenApiQuota(body)).toBe(quota)
  })
})

test.each([
  [{ existsWhatsapp: true }, true],
  [{ existsWhatsapp: false }, false],
  [{ existsWhatsapp: 'true' }, 'bad_response'],
  [{}, 'bad_response'],
  ['rate-overlimit', 'rate_limited'],
])('checkWhatsapp: %o is %s', (body, outcome) => {
  expect(outcomeOf(() => decodeCheckWhatsappBody(body))).toBe(outcome)
})

test('a failed checkWhatsapp is a failure', () => {
  expect(() => decodeCheckWhatsappBody({ existsWhatsapp: true }, 429)).toThrow(AvatarError)
})

test.each([
  [LINK, 0x66b1c200 * 1000, '56_78_90_n.jpg'],
  ['https://pps.whatsapp.net/a/b.jpg?oe=66b1c200', 0x66b1c200 * 1000, 'b.jpg'],
  ['https://pps.whatsapp.net/a/b.jpg?oe=66b1c200#x', 0x66b1c200 * 1000, 'b.jpg'],
  ['https://pps.whatsapp.net/a/b.jpg?noe=66b1c200', undefined, 'b.jpg'],
  ['https://pps.whatsapp.net/a/b.jpg?oe=xyz', undefined, 'b.jpg'],
  ['https://pps.whatsapp.net/a/b.jpg?oe=66b1c2zz', undefined, 'b.jpg'],
  ['https://pps.whatsapp.net/a/b.jpg?oe=', undefined, 'b.jpg'],
  ['https://pps.whatsapp.net/a/b.jpg?oe=00000000', undefined, 'b.jpg'],
  ['https://7103.api.green-api.com/download/x/y.png', undefined, 'y.png'],
  ['https://pps.whatsapp.net/?oe=66b1c200', 0x66b1c200 * 1000, undefined],
  ['https://pps.whatsapp.net', undefined, undefined],
])('%s dies at %s and shows %s', (link, expiry, id) => {
  expect(pictureLinkExpiry(link)).toBe(expiry)
  expect(pictureLinkId(link)).toBe(id)
})
