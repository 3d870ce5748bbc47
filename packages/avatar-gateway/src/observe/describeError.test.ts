import { expect, it } from 'vitest'
import { describeError } from './describeError.js'

it('keeps the kind and the place of an error, and none of its text', () => {
  const error = Object.assign(new TypeError('https://host/token-in-url\n    at 5521999990000@c.us'), {
    code: 'ECONNRESET',
  })
  const described = describeError(error)
  expect(described.error).toBe('TypeError ECONNRESET')
  expect(described.at.length).toBeGreaterThan(0)
  expect(JSON.stringify(described)).not.toMatch(/token-in-url|5521999990000/)
  expect(describeError('text')).toEqual({ error: 'string', at: [] })
})
