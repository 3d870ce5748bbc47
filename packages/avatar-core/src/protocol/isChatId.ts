import { parseChatId } from './chatId.js'
import type { ChatId, ChatIdOptions } from './chatId.js'

/**
 * Whether `value` is a chat id in its canonical form already, as `parseChatId` would return it.
 *
 * @example
 * isChatId('5521999990000@c.us') // true
 * isChatId('+55 21 99999-0000') // false: parse it first
 */
export function isChatId(value: unknown, options: ChatIdOptions = {}): value is ChatId {
  try {
    return typeof value === 'string' && parseChatId(value, options) === value
  } catch {
    return false
  }
}
