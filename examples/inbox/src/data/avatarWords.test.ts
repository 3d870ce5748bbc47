import { AVATAR_ERROR_CODES } from '@greenapi/avatar-core/protocol'
import { expect, it } from 'vitest'
import { avatarWords } from './avatarWords.js'

it('says a state in words, not in codes', () => {
  expect(avatarWords('hidden').title).toBe('Hidden by privacy')
  expect(avatarWords('no_account').title).toBe('Not on WhatsApp')
})

it('tells failures apart by what a person can do', () => {
  expect(avatarWords({ error: 'upstream_credentials' }).text).toMatch(/Check the two variables/)
  expect(avatarWords({ error: 'quota_exceeded' }).title).not.toBe(
    avatarWords({ error: 'rate_limited' }).title,
  )
})

it('has words for every code, and names a code only where it has no others', () => {
  const unnamed = AVATAR_ERROR_CODES.filter((code) => avatarWords({ error: code }).text.includes(code))
  expect(new Set(unnamed)).toEqual(
    new Set(['bad_request', 'payload_too_large', 'too_many_ids', 'missing_result', 'internal']),
  )
})
