import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { PICTURES } from '../pictures/pictures.js'
import { contactKind } from './contact.js'
import { makeContacts } from './makeContacts.js'

const contacts = makeContacts({ seed: '1', contacts: 1_700, groups: 300 })
const share = (fits: (contact: (typeof contacts)[number]) => boolean, among = contacts): number =>
  among.filter(fits).length / among.length
const people = contacts.filter(({ kind }) => kind !== 'group')
const groups = contacts.filter(({ kind }) => kind === 'group')

describe('an address book', () => {
  test('is the same for the same seed on every machine', () => {
    const digest = createHash('sha256').update(JSON.stringify(contacts)).digest('hex')
    expect(digest.slice(0, 16)).toBe('17c83032bfd3113b')
    expect(makeContacts({ seed: '1', contacts: 1_700, groups: 300 })).toEqual(contacts)
    expect(makeContacts({ seed: '2', contacts: 1_700, groups: 300 })).not.toEqual(contacts)
  })

  test('has as many people and groups as asked, mixed', () => {
    expect([people.length, groups.length]).toEqual([1_700, 300])
    expect(share(({ kind }) => kind === 'group', contacts.slice(0, 400))).toBeGreaterThan(0.08)
    expect(makeContacts({ seed: '1', contacts: 0, groups: 0 })).toEqual([])
    expect(makeContacts({ seed: '1', contacts: 0, groups: 3 })).toHaveLength(3)
  })

  test('has chat ids that GREEN-API accepts, each once', () => {
    for (const { chatId, kind } of contacts) expect([chatId, contactKind(chatId)]).toEqual([chatId, kind])
    expect(new Set(contacts.map(({ chatId }) => chatId)).size).toBe(contacts.length)
  })

  test('keeps ids apart in large books', () => {
    const many = makeContacts({ seed: '1', contacts: 20_000, groups: 1_000 })
    expect(new Set(many.map(({ chatId }) => chatId)).size).toBe(21_000)
  })

  test('has every outcome at a realistic share', () => {
    expect(share(({ outcome }) => outcome === 'found', people)).toBeCloseTo(0.62, 1)
    expect(share(({ outcome }) => outcome === 'none', people)).toBeCloseTo(0.2, 1)
    expect(share(({ outcome }) => outcome === 'hidden', people)).toBeCloseTo(0.12, 1)
    expect(share(({ outcome }) => outcome === 'no_account', people)).toBeCloseTo(0.06, 1)
    expect(share(({ kind }) => kind === 'lid', people)).toBeCloseTo(0.1, 1)
    const outcomes = (kind: string): string[] => [
      ...new Set(contacts.filter((contact) => contact.kind === kind).map(({ outcome }) => outcome)),
    ]
    expect(outcomes('group').sort()).toEqual(['found', 'none'])
    expect(outcomes('lid').sort()).toEqual(['found', 'hidden', 'none'])
  })

  test('has names in many scripts, emoji, and unsaved numbers', () => {
    const names = contacts.map(({ name }) => name)
    for (const script of [
      /\p{Script=Cyrillic}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Hebrew}/u,
      /\p{Script=Devanagari}/u,
      /\p{Script=Han}/u,
      /\p{Script=Hiragana}/u,
      /\p{Script=Hangul}/u,
      /[ãõç]/u,
      /ñ/u,
      /\p{Extended_Pictographic}/u,
      /^\+\d/u,
    ]) {
      expect(names.some((name) => script.test(name))).toBe(true)
    }
    expect(names.every((name) => name.trim() === name && name !== '')).toBe(true)
  })

  test('shows pictures of the package, rarely the same twice nearby', () => {
    const ids = PICTURES.map(({ id }) => id)
    const shown = contacts.flatMap(({ pictureId }) => pictureId ?? [])
    for (const { outcome, pictureId } of contacts) {
      expect(pictureId !== undefined && ids.includes(pictureId)).toBe(outcome === 'found')
    }
    expect(new Set(shown).size).toBe(PICTURES.length)
    const repeats = shown.filter((id, index) => shown.slice(Math.max(0, index - 9), index).includes(id))
    expect(repeats).toEqual([])
  })
})

describe('groups', () => {
  test('have old ids, which start with the creator, and new ones', () => {
    const old = groups.filter(({ chatId }) => chatId.includes('-'))
    expect(old.length / groups.length).toBeGreaterThan(0.15)
    for (const { chatId, members } of old) expect(members?.[0]).toBe(`${chatId.split('-')[0]}@c.us`)
    expect(share(({ chatId }) => /^\d{18}@g\.us$/.test(chatId), groups)).toBeGreaterThan(0.5)
  })

  test('have members from the book, each once', () => {
    const known = new Map(people.map((person) => [person.chatId, person]))
    for (const { members = [] } of groups) {
      expect(members.length).toBeGreaterThanOrEqual(2)
      expect(new Set(members).size).toBe(members.length)
      for (const member of members) expect(known.get(member)?.outcome).toMatch(/found|none|hidden/)
    }
  })
})
