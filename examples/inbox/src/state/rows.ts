import type { ActiveChat } from '../data/activity.js'
import { lastMessageOf, type Message } from '../data/conversation.js'
import { matches, searchEntry, type SearchEntry } from '../data/search.js'
import { titleOf } from '../data/title.js'
import type { InboxState } from './inboxState.js'

/** Which chats the list shows. */
export type ChatFilter = 'all' | 'unread' | 'groups'

/** A chat as the list knows it. */
export interface Row extends ActiveChat {
  readonly title: string
  /** When the last message was written, sent ones included. */
  readonly lastAt: number
  readonly search: SearchEntry
}

/** Everything about the rows that no click changes. */
export function rowsOf(chats: readonly ActiveChat[]): readonly Row[] {
  return chats.map((active) => {
    const title = titleOf(active.chat)
    return { ...active, title, lastAt: active.madeUpUntil, search: searchEntry(title, active.chat.id) }
  })
}

/** Chats that were written to come first, last written first; read ones lose their count. */
export function liveRows(rows: readonly Row[], state: Pick<InboxState, 'readIds' | 'sent'>): readonly Row[] {
  if (state.sent.size === 0 && state.readIds.size === 0) return rows
  const live = rows.map((row) => {
    const lastAt = state.sent.get(row.chat.id)?.at(-1)?.at ?? row.madeUpUntil
    const unread = state.readIds.has(row.chat.id) ? 0 : row.unread
    return lastAt === row.lastAt && unread === row.unread ? row : { ...row, lastAt, unread }
  })
  return state.sent.size === 0 ? live : live.sort((a, b) => b.lastAt - a.lastAt)
}

/** The rows that a filter and a search leave. `keepId` stays among the unread ones although it was just read. */
export function visibleRows(
  rows: readonly Row[],
  by: { readonly filter: ChatFilter; readonly query: string; readonly keepId: string | undefined },
): readonly Row[] {
  return rows.filter(
    (row) =>
      (by.filter === 'all' ||
        (by.filter === 'groups' ? row.chat.kind === 'group' : row.unread > 0 || row.chat.id === by.keepId)) &&
      matches(row.search, by.query),
  )
}

/** The line under the name. */
export function previewOf(row: Row, sent: InboxState['sent']): Message {
  return sent.get(row.chat.id)?.at(-1) ?? lastMessageOf(row.chat, row.madeUpUntil)
}
