import { expect, it } from 'vitest'
import { plural } from './plural.js'

it('counts in words', () => {
  expect(plural(1, 'chat')).toBe('1 chat')
  expect(plural(0, 'chat')).toBe('0 chats')
  expect(plural(2_000, 'chat')).toBe('2,000 chats')
})
