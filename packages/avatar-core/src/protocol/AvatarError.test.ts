import { inspect } from 'node:util'
import { createContext, runInContext } from 'node:vm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AvatarError } from './AvatarError.js'
import { AVATAR_ERROR_CODES, readErrorCode } from './errorCodes.js'
import { explainAvatarError } from './errorTexts.js'
import { isAvatarError } from './isAvatarError.js'
import { decodeProblem, encodeProblem } from './problem.js'

afterEach(() => vi.unstubAllEnvs())

test('there are 19 codes', () => {
  expect(new Set(AVATAR_ERROR_CODES).size).toBe(19)
})

describe.each(AVATAR_ERROR_CODES)('%s', (code) => {
  test('has an HTTP error status and a text of what, why and what next', () => {
    const error = new AvatarError(code)
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('AvatarError')
    expect(error.status).toBeGreaterThanOrEqual(400)
    expect(error.status).toBeLessThan(600)
    expect(error.message).toBe(explainAvatarError(code))
    expect(error.message).toMatch(/^@greenapi\/avatar-core: [A-Z].*\. [A-Z].*\. [A-Z].*\.$/)
  })

  test('says only its code in production, and the full text on request', () => {
    vi.stubEnv('NODE_ENV', 'production')
    expect(new AvatarError(code).message).toBe(code)
    expect(explainAvatarError(code).length).toBeGreaterThan(60)
  })

  test('survives JSON, as itself and as problem details', () => {
    const error = new AvatarError(code, { retryAfterMs: 800 })
    for (const json of [JSON.stringify(error), JSON.stringify(encodeProblem(error))]) {
      const read = decodeProblem(JSON.parse(json))
      expect(read).toEqual(error)
      expect(read?.retryAfterMs).toBe(800)
    }
    expect(encodeProblem(error)).toMatchObject({
      status: error.status,
      code,
      detail: explainAvatarError(code),
    })
    expect(encodeProblem(new AvatarError(code))).not.toHaveProperty('retryAfterMs')
  })

  test('has no cause and shows nothing but its fields', () => {
    const shown = inspect(new AvatarError(code), { depth: 5, showHidden: true })
    expect(shown).not.toMatch(/https?:\/\/|\d{7,}@|cause|Bearer/)
  })
})

test('an instance that says when it is ready is worth another try', () => {
  expect(new AvatarError('instance_unavailable').retryable).toBe(false)
  expect(new AvatarError('instance_unavailable', { retryAfterMs: 0 }).retryable).toBe(true)
})

test('what is worth another try', () => {
  const retryable = AVATAR_ERROR_CODES.filter((code) => new AvatarError(code).retryable)
  expect(retryable.toSorted()).toEqual([
    'internal',
    'missing_result',
    'network',
    'overloaded',
    'rate_limited',
    'timeout',
    'upstream_failed',
    'upstream_timeout',
  ])
})

test('a time until the next try does not make a lasting failure retryable', () => {
  for (const code of ['quota_exceeded', 'forbidden', 'invalid_chat_id', 'bad_response'] as const) {
    expect(new AvatarError(code, { retryAfterMs: 1000 }).retryable).toBe(false)
  }
})

describe('isAvatarError', () => {
  test('knows the errors of this realm', () => {
    expect(isAvatarError(new AvatarError('network'))).toBe(true)
  })

  test('knows the errors of another copy of the package', async () => {
    vi.resetModules()
    const other = await import('./AvatarError.js')
    const error = new other.AvatarError('network')
    expect(error).not.toBeInstanceOf(AvatarError)
    expect(isAvatarError(error)).toBe(true)
  })

  test('knows the errors of another realm', () => {
    const context = createContext({})
    const foreign: unknown = runInContext(
      `class AvatarError extends Error { get isAvatarError() { return true } }; new AvatarError('x')`,
      context,
    )
    expect(foreign).not.toBeInstanceOf(Error)
    expect(isAvatarError(foreign)).toBe(true)
  })

  test.each([
    undefined,
    null,
    'network',
    0,
    {},
    [],
    new Error('network'),
    { code: 'network', name: 'AvatarError' },
  ])('refuses %o', (value) => {
    expect(isAvatarError(value)).toBe(false)
  })
})

test.each([
  [400, 'bad_request'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [413, 'payload_too_large'],
  [429, 'rate_limited'],
  [500, 'internal'],
  [502, 'upstream_failed'],
  [503, 'overloaded'],
  [504, 'upstream_timeout'],
  [404, 'bad_response'],
  [302, 'bad_response'],
])('a bare HTTP %i means %s', (status, code) => {
  expect(readErrorCode(undefined, status)).toBe(code)
})

test.each([null, 'x', 5, {}, { code: 'constructor' }, { code: ['network'] }, { code: 'NETWORK' }])(
  'problem details without a known code are none: %o',
  (value) => {
    expect(decodeProblem(value)).toBeUndefined()
  },
)
