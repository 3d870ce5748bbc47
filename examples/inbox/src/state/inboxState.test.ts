import { describe, expect, it } from 'vitest'
import type { Chat } from '../../shared/chat.js'
import { withActivity } from '../data/activity.js'
import { EMPTY_INBOX, inboxReducer } from './inboxState.js'
import { liveRows, previewOf, rowsOf, visibleRows } from './rows.js'

const NOW = new Date(2026, 2, 10, 14).getTime()
const chats: readonly Chat[] = Array.from({ length: 2_000 }, (_, index) => ({
  id: index % 7 === 0 ? `1203630000000${10_000 + index}@g.us` : `55219${10_000_000 + index}@c.us`,
  name: `Chat ${index}`,
  kind: index % 7 === 0 ? 'group' : 'person',
}))
const rows = rowsOf(withActivity(chats, NOW))
const unreadRow = rows.find((row) => row.unread > 0)
const unreadId = unreadRow?.chat.id ?? ''
const all = { filter: 'all', query: '', keepId: undefined } as const

describe('withActivity', () => {
  it('keeps the order and goes back about a year over 2,000 chats', () => {
    const times = rows.map((row) => row.lastAt)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    const days = (NOW - (times.at(-1) ?? NOW)) / 86_400_000
    expect(days).toBeGreaterThan(200)
    expect(days).toBeLessThan(600)
  })

  it('leaves some chats unread, none of which I answered last', () => {
    const unread = rows.filter((row) => row.unread > 0)
    expect(unread.length).toBeGreaterThan(10)
    expect(unread.some((row) => previewOf(row, new Map()).mine)).toBe(false)
  })
})

describe('the inbox', () => {
  it('opens a chat and takes its unread count away', () => {
    const state = inboxReducer(EMPTY_INBOX, { type: 'opened', chatId: unreadId })
    expect(state.openChatId).toBe(unreadId)
    expect(liveRows(rows, state).find((row) => row.chat.id === unreadId)?.unread).toBe(0)
  })

  it('puts a chat that was written to first, with the line below its name', () => {
    const target = rows[500]?.chat.id ?? ''
    const state = inboxReducer(EMPTY_INBOX, { type: 'sent', chatId: target, text: 'Hello', at: NOW })
    const first = liveRows(rows, state)[0]
    expect(first?.chat.id).toBe(target)
    expect(first && previewOf(first, state.sent).text).toBe('Hello')
  })

  it('keeps every sent line, with an id of its own', () => {
    const send = { type: 'sent', chatId: unreadId, text: 'Hi', at: NOW } as const
    const { sent } = inboxReducer(inboxReducer(EMPTY_INBOX, send), { ...send, text: 'Again' })
    expect(sent.get(unreadId)?.map(({ id, text }) => [id, text])).toEqual([
      ['sent.0', 'Hi'],
      ['sent.1', 'Again'],
    ])
  })

  it('closes without forgetting', () => {
    const opened = inboxReducer(EMPTY_INBOX, { type: 'opened', chatId: unreadId })
    expect(inboxReducer(opened, { type: 'closed' })).toEqual({ ...opened, openChatId: undefined })
  })
})

describe('visibleRows', () => {
  it('shows all, groups or unread ones', () => {
    expect(visibleRows(rows, all)).toHaveLength(2_000)
    expect(visibleRows(rows, { ...all, filter: 'groups' }).every((row) => row.chat.kind === 'group')).toBe(
      true,
    )
    expect(visibleRows(rows, { ...all, filter: 'unread' }).every((row) => row.unread > 0)).toBe(true)
  })

  it('keeps the open chat among the unread ones', () => {
    const read = liveRows(rows, { readIds: new Set([unreadId]), sent: new Map() })
    const kept = visibleRows(read, { filter: 'unread', query: '', keepId: unreadId })
    expect(kept.some((row) => row.chat.id === unreadId)).toBe(true)
    expect(visibleRows(read, { ...all, filter: 'unread' }).some((row) => row.chat.id === unreadId)).toBe(
      false,
    )
  })

  it('searches names', () => {
    expect(visibleRows(rows, { ...all, query: 'chat 1999' }).map((row) => row.title)).toEqual(['Chat 1999'])
  })
})
