import type { Message } from '../data/conversation.js'

/** What the person at the page did; everything else is worked out from the chats. */
export interface InboxState {
  readonly openChatId: string | undefined
  /** Chats whose unread count is gone. */
  readonly readIds: ReadonlySet<string>
  readonly sent: ReadonlyMap<string, readonly Message[]>
}

/** What can happen in the inbox. */
export type InboxAction =
  | { readonly type: 'opened'; readonly chatId: string }
  | { readonly type: 'closed' }
  | { readonly type: 'sent'; readonly chatId: string; readonly text: string; readonly at: number }

/** Nothing open, nothing sent. */
export const EMPTY_INBOX: InboxState = { openChatId: undefined, readIds: new Set(), sent: new Map() }

/** The inbox after one action. */
export function inboxReducer(state: InboxState, action: InboxAction): InboxState {
  if (action.type === 'closed') return { ...state, openChatId: undefined }
  const { chatId } = action
  const opened = { ...state, openChatId: chatId, readIds: new Set(state.readIds).add(chatId) }
  if (action.type === 'opened') return opened
  const before = state.sent.get(chatId) ?? []
  const message = { id: `sent.${before.length}`, text: action.text, at: action.at, mine: true }
  return { ...opened, sent: new Map(state.sent).set(chatId, [...before, message]) }
}
