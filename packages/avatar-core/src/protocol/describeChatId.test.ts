import { expect, test } from 'vitest'
import { parseChatId } from './chatId.js'
import { chatIdKind, formatChatId } from './describeChatId.js'

test.each([
  ['5521999990000@c.us', 'user', '+5521999990000'],
  ['120363043968066561@g.us', 'group', '120363043968066561'],
  ['5521999990000-1581234048@g.us', 'group', '5521999990000-1581234048'],
  ['102388094480549@lid', 'lid', '102388094480549'],
])('%s is of kind %s and reads as %s', (chatId, kind, text) => {
  expect(chatIdKind(parseChatId(chatId))).toBe(kind)
  expect(formatChatId(parseChatId(chatId))).toBe(text)
})

test.each([
  ['10000000', 'user'],
  ['-10000000000000', 'group'],
])('%s of another messenger is of kind %s and reads as it is', (text, kind) => {
  const chatId = parseChatId(text, { messenger: 'max' })
  expect(chatIdKind(chatId)).toBe(kind)
  expect(formatChatId(chatId)).toBe(text)
})
