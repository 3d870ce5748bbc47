import { assert as check, property, string } from 'fast-check'
import { expect, test, vi } from 'vitest'
import { initials } from './initials.js'

test.each([
  ['João da Silva', 'JS'],
  ['maria', 'M'],
  ['  Ana   Wu ', 'AW'],
  ["Brian O'Neil", 'BO'],
  ['Ivan (trabalho)', 'I'],
  ['Ana [ACME] Lu', 'AL'],
  ['🌸 Maria Silva 🌸', 'MS'],
  ['Dr. João', 'DJ'],
  ['Иван Петров', 'ИП'],
  ['Ångström Ö', 'ÅÖ'],
  ['ßen Émile', 'ßÉ'],
  ['Jean-Luc Picard', 'JP'],
  ['2Pac Shakur', 'PS'],
])('%s gives %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})

test.each([
  ['王小明', '王'],
  ['김 철수', '김'],
  ['やまだ たろう', 'や'],
  ['محمد علي', 'م'],
  ['Ana 王', 'A'],
])('one character for %s, whose script is written so', (name, expected) => {
  expect(initials(name)).toBe(expected)
})

test('letters keep what combines with them', () => {
  expect(initials('E\u0301mile Z\u0308')).toBe('E\u0301Z\u0308')
  expect(initials('क्षितिज शर्मा')).toBe('क्षिश')
  expect(initials('דוד לוי')).toBe('דל')
})

test.each([
  '+55 21 99999-0000',
  '5521999990000',
  '5521999990000@c.us',
  '120363043968066561@g.us',
  '102388094480549@lid',
  '',
  '   ',
  '🌸',
])('nothing for %j, which is no name', (name) => {
  expect(initials(name)).toBe('')
})

test.each([
  'क्षितिज',
  'श्री',
  'द्वि',
  'ক্ষমা',
  'ગ્રીષ્મ',
  'ଶ୍ରୀ',
  'శ్రీ',
  'ശ്രീ',
  'ஸ்ரீ',
  'ਸ੍ਰੀ',
  'กิตติ',
  'ญี่ปุ่น',
  'မြန်မာ',
  'སྟོན',
  '\u1112\u1161\u11ab국',
  'E\u0301mile',
  'דָּוִד',
])('the first letter of %s is what Intl.Segmenter says it is', (name) => {
  const [first] = new Intl.Segmenter().segment(name)
  expect(initials(name)).toBe(first?.segment.toUpperCase())
})

test('no name pays for a segmenter, the costliest object in a list', () => {
  const segment = vi.spyOn(Intl, 'Segmenter')
  for (const name of ['Maria Silva', 'João', 'Иван Петров', 'Νίκος', '王小明', 'क्षितिज']) initials(name)
  expect(segment).not.toHaveBeenCalled()
})

test('any text gives at most two graphemes, each beginning with a letter', () => {
  const segmenter = new Intl.Segmenter()
  check(
    property(string({ unit: 'grapheme' }), (name) => {
      const graphemes = [...segmenter.segment(initials(name))]
      expect(graphemes.length).toBeLessThanOrEqual(2)
      expect(graphemes.every(({ segment }) => /^\p{L}/u.test(segment))).toBe(true)
    }),
  )
})
