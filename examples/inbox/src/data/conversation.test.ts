import { describe, expect, it } from 'vitest'
import type { Chat } from '../../shared/chat.js'
import { awake, conversationOf, lastMessageOf, unansweredLines } from './conversation.js'

const NOON = new Date(2026, 2, 10, 12).getTime()
const ana: Chat = { id: '5521999990000@c.us', name: 'Ana', kind: 'person' }
const club: Chat = {
  id: '120363043968066561@g.us',
  name: 'Book club',
  kind: 'group',
  memberIds: ['1@c.us', '2@c.us', '3@c.us'],
}
const people: readonly Chat[] = Array.from({ length: 200 }, (_, index) => ({
  id: `55219999${String(index).padStart(5, '0')}@c.us`,
  name: index % 2 === 0 ? 'Ana' : 'Сергей',
  kind: 'person',
}))

describe('conversationOf', () => {
  it('is the same every time', () => {
    expect(conversationOf(ana, NOON)).toEqual(conversationOf(ana, NOON))
  })

  it('goes forward in time and ends when it was told to', () => {
    for (const chat of [ana, club, ...people]) {
      const times = conversationOf(chat, NOON).map(({ at }) => at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(times.at(-1)).toBe(NOON)
    }
  })

  it('gives every message an id of its own', () => {
    const ids = conversationOf(club, NOON).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('says nothing twice', () => {
    const texts = conversationOf(ana, NOON).map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('lets members speak in groups, and nobody by name elsewhere', () => {
    const senders = conversationOf(club, NOON).flatMap(({ senderId }) => senderId ?? [])
    expect(new Set(senders).size).toBeGreaterThan(1)
    expect(club.memberIds).toEqual(expect.arrayContaining(senders))
    expect(conversationOf(ana, NOON).every(({ senderId }) => senderId === undefined)).toBe(true)
  })

  it('names no member of a group whose members are not known', () => {
    const { memberIds: _, ...unknown } = club
    expect(conversationOf(unknown, NOON).every(({ senderId }) => senderId === undefined)).toBe(true)
  })
})

it('lastMessageOf is the last message of the conversation', () => {
  for (const chat of [ana, club, ...people]) {
    expect(lastMessageOf(chat, NOON)).toEqual(conversationOf(chat, NOON).at(-1))
  }
})

it('unansweredLines counts what came after my last line', () => {
  for (const chat of [ana, club, ...people]) {
    const messages = conversationOf(chat, NOON)
    const count = unansweredLines(chat)
    expect(messages.slice(messages.length - count).some(({ mine }) => mine)).toBe(false)
    expect(count === 0).toBe(messages.at(-1)?.mine)
  }
})

it('awake moves the night to the evening before', () => {
  const night = new Date(2026, 2, 10, 3, 20)
  expect(new Date(awake(night.getTime()))).toEqual(new Date(2026, 2, 9, 22, 20))
  expect(awake(NOON)).toBe(NOON)
})
