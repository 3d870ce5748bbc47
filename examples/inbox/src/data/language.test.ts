import { expect, it } from 'vitest'
import type { Chat } from '../../shared/chat.js'
import { phrasesOf } from './language.js'
import { EN } from './phrases/en.js'
import { ES } from './phrases/es.js'
import { HE } from './phrases/he.js'
import { JA } from './phrases/ja.js'
import { PT } from './phrases/pt.js'
import { RU } from './phrases/ru.js'
import { ZH } from './phrases/zh.js'

const person = (name: string, id: string): Chat => ({ id, name, kind: 'person' })
const group = (name: string): Chat => ({ id: '120363043968066561@g.us', name, kind: 'group' })

it('goes by the script of the name first', () => {
  expect(phrasesOf(person('Надежда', '5521999990000@c.us'))).toBe(RU)
  expect(phrasesOf(group('משפחת כהן'))).toBe(HE)
})

it('tells Chinese from Japanese names by the number', () => {
  expect(phrasesOf(person('田中 誠', '819012345678@c.us'))).toBe(JA)
  expect(phrasesOf(person('王欣怡', '8613912345678@c.us'))).toBe(ZH)
})

it('goes by the country of a number, which a hidden id has not', () => {
  expect(phrasesOf(person('Bruno', '5521999990000@c.us'))).toBe(PT)
  expect(phrasesOf(person('Bruno', '5521999990000@lid'))).toBe(EN)
})

it('goes by spelling in groups', () => {
  expect(phrasesOf(group('Família Costa'))).toBe(PT)
  expect(phrasesOf(group('Familia Muñoz'))).toBe(ES)
  expect(phrasesOf(group('Book club'))).toBe(EN)
})

it('every line of every language says who speaks', () => {
  const languages = [EN, ES, HE, JA, PT, RU, ZH]
  const lines = languages.flatMap(({ person, group }) => [...person, ...group]).flat()
  expect(lines.filter((line) => !/^[<>+] \S/.test(line))).toEqual([])
})
