import { parseChatId } from '@greenapi/avatar-core/protocol'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packChatId, unpackChatId } from './packChatId.js'

const digits = (min: number, max: number) =>
  fc.stringMatching(new RegExp(`^[1-9][0-9]{${min - 1},${max - 1}}$`))

test('default: people, groups and hidden ids take 8 bytes, groups named after a phone 12', () => {
  const lengthOf = (text: string): number => packChatId(parseChatId(text)).length
  expect(lengthOf('5521999990000@c.us')).toBe(8)
  expect(lengthOf('120363043968066561@g.us')).toBe(8)
  expect(lengthOf('102388094480549@lid')).toBe(8)
  expect(lengthOf('5521999990000-1581234048@g.us')).toBe(12)
})

test('every chat id comes out as it went in', () => {
  const chatId = fc.oneof(
    digits(7, 16).map((text) => `${text}@c.us`),
    digits(18, 32).map((text) => `${text}@g.us`),
    digits(14, 18).map((text) => `${text}@lid`),
    fc.tuple(digits(7, 16), digits(10, 10)).map(([phone, seconds]) => `${phone}-${seconds}@g.us`),
  )
  fc.assert(
    fc.property(chatId, (text) => {
      const parsed = parseChatId(text)
      expect(unpackChatId(packChatId(parsed))).toBe(parsed)
    }),
  )
})

test('ids of other messengers come out as they went in', () => {
  for (const text of ['10000000', '-10000000000000']) {
    const chatId = parseChatId(text, { messenger: 'telegram' })
    expect(packChatId(chatId).length).toBe(8)
    expect(unpackChatId(packChatId(chatId))).toBe(chatId)
  }
})

test('a form of a later version is no chat id', () => {
  expect(unpackChatId(Uint8Array.of(0xe0, 0, 0, 0, 0, 0, 0, 1))).toBeUndefined()
})
