import { describe, expect, it } from 'vitest'
import { createBearerCheck } from './createBearerCheck.js'

const ONE = 'a'.repeat(40)
const TWO = 'b'.repeat(40)
const subjectOf = (found: ReturnType<ReturnType<typeof createBearerCheck>>): string =>
  found.kind === 'known' ? found.subject : found.kind

describe('createBearerCheck', () => {
  it('knows its tokens and no other', () => {
    const check = createBearerCheck([ONE, TWO])
    expect(check(ONE).kind).toBe('known')
    expect(check(TWO).kind).toBe('known')
    for (const wrong of ['', ONE.slice(1), `${ONE}a`, 'A'.repeat(40)])
      expect(check(wrong)).toEqual({ kind: 'unknown' })
    expect(createBearerCheck([])(ONE)).toEqual({ kind: 'unknown' })
  })

  it('names each token by a label that stays the same and does not hold it', () => {
    const first = subjectOf(createBearerCheck([ONE, TWO])(ONE))
    expect(subjectOf(createBearerCheck([TWO, ONE])(ONE))).toBe(first)
    expect(subjectOf(createBearerCheck([ONE, TWO])(TWO))).not.toBe(first)
    expect(first).toMatch(/^bearer:[0-9a-f]{16}$/)
  })
})
