import { formatChatId, isChatId } from '@greenapi/avatar-core/protocol'
import type { Chat } from '../../shared/chat.js'

/** What a chat is called: its name, or its number in a form for people. */
export function titleOf(chat: Pick<Chat, 'id' | 'name'>): string {
  if (chat.name !== '') return chat.name
  return isChatId(chat.id) ? formatChatId(chat.id) : chat.id
}
