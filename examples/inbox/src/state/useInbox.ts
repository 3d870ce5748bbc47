import { useCallback, useEffect, useMemo, useReducer, useState } from 'react'
import type { Chat } from '../../shared/chat.js'
import { withActivity } from '../data/activity.js'
import { createTimeWords, type TimeWords } from '../data/time.js'
import { EMPTY_INBOX, inboxReducer, type InboxState } from './inboxState.js'
import { liveRows, rowsOf, type Row } from './rows.js'
import { useMediaQuery } from './useMediaQuery.js'

/** The inbox as the page draws it, and what a person can do in it. */
export interface InboxModel {
  readonly rows: readonly Row[]
  readonly byId: ReadonlyMap<string, Row>
  /** The chat beside the list. On a wide page the newest one until another is opened; on a narrow one none at first. */
  readonly open: Row | undefined
  readonly sent: InboxState['sent']
  readonly times: TimeWords
  readonly openChat: (chatId: string) => void
  readonly closeChat: () => void
  readonly send: (chatId: string, text: string) => void
}

/** Below this the list and the conversation take turns. Keep in step with `layout.css`. */
const WIDE = '(min-width: 760px)'

/** Holds the inbox of one list of chats. */
export function useInbox(chats: readonly Chat[]): InboxModel {
  const [state, dispatch] = useReducer(inboxReducer, EMPTY_INBOX)
  const [now] = useState(() => Date.now())
  const wide = useMediaQuery(WIDE)
  const base = useMemo(() => rowsOf(withActivity(chats, now)), [chats, now])
  const openId = state.openChatId ?? (wide ? base[0]?.chat.id : undefined)
  const { readIds, sent } = state
  const rows = useMemo(() => {
    const read = openId === undefined ? readIds : new Set(readIds).add(openId)
    return liveRows(base, { readIds: read, sent })
  }, [base, readIds, sent, openId])
  const byId = useMemo(() => new Map(rows.map((row) => [row.chat.id, row])), [rows])
  const times = useMemo(() => createTimeWords(now), [now])

  useEffect(() => {
    const back = (): void => dispatch({ type: 'closed' })
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [])

  const openChat = useCallback(
    (chatId: string) => {
      // On a phone the back gesture leaves a chat. The address stays as it is: chat ids hold phone numbers.
      if (!wide && history.state !== 'chat') history.pushState('chat', '')
      dispatch({ type: 'opened', chatId })
    },
    [wide],
  )
  const closeChat = useCallback(() => {
    if (history.state === 'chat') history.back()
    else dispatch({ type: 'closed' })
  }, [])
  const send = useCallback((chatId: string, text: string) => {
    dispatch({ type: 'sent', chatId, text, at: Date.now() })
  }, [])

  return {
    rows,
    byId,
    open: openId === undefined ? undefined : byId.get(openId),
    sent,
    times,
    openChat,
    closeChat,
    send,
  }
}
