import type { ChatId, ChatIdKind } from './chatId.js'

/**
 * What a chat id stands for: `user`, `group`, or `lid` (a person whose number is hidden).
 *
 * @example
 * chatIdKind(parseChatId('120363043968066561@g.us')) // 'group'
 */
export function chatIdKind(chatId: ChatId): ChatIdKind {
  if (chatId.endsWith('@lid')) return 'lid'
  return chatId.endsWith('@g.us') || chatId.startsWith('-') ? 'group' : 'user'
}

/**
 * A chat id as people read it: `+` and the digits for a phone number, the id without its suffix for all others. Digits are not
 * grouped, since the right grouping differs by country.
 *
 * @example
 * formatChatId(parseChatId('5521999990000@c.us')) // '+5521999990000'
 */
export function formatChatId(chatId: ChatId): string {
  const [local = ''] = chatId.split('@')
  return chatId.endsWith('@c.us') ? `+${local}` : local
}
