import { describe, expect, it } from 'vitest'
import { fold, markHits, matches, searchEntry } from './search.js'

const hits = (name: string, query: string): string =>
  markHits(name, query)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('')

describe('matches', () => {
  const joao = searchEntry('João D’Ávila 🎈', '5521999990000@c.us')

  it('finds a name without its accents and in any case', () => {
    expect(matches(joao, 'JOAO')).toBe(true)
    expect(matches(searchEntry('Ёлка', '1@c.us'), 'елка')).toBe(true)
    expect(matches(joao, 'joana')).toBe(false)
  })

  it('wants every word, in any order', () => {
    expect(matches(joao, 'avila jo')).toBe(true)
    expect(matches(joao, 'avila maria')).toBe(false)
  })

  it('finds a number however it is written', () => {
    expect(matches(joao, '+55 (21) 99999-00')).toBe(true)
    expect(matches(joao, '99998')).toBe(false)
  })

  it('finds digits in a name too', () => {
    expect(matches(searchEntry('Pais 4º ano', '5521999990000@c.us'), '4')).toBe(true)
  })

  it('lets an empty query through', () => {
    expect(matches(joao, '  ')).toBe(true)
  })
})

describe('markHits', () => {
  it('marks what was found, accents included', () => {
    expect(hits('João Ávila', 'joao av')).toBe('[João] [Áv]ila')
    expect(hits('Anna Banana', 'an')).toBe('[An]na B[anan]a')
  })

  it('keeps emoji and combining letters whole', () => {
    expect(hits('Ana 👩‍👩‍👧', 'ana')).toBe('[Ana] 👩‍👩‍👧')
    expect(hits('Mari\u0301a', 'ria')).toBe('Ma[ri\u0301a]')
  })

  it('marks nothing for a number or an empty query', () => {
    expect(hits('Ana', '99')).toBe('Ana')
    expect(hits('Ana', '')).toBe('Ana')
  })
})

it('fold leaves scripts without case or accents as they are', () => {
  expect(fold('王欣怡')).toBe('王欣怡')
})
