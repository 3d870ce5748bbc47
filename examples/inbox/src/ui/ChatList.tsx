import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import {
  useCallback,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
} from 'react'
import type { Row } from '../state/rows.js'
import type { InboxModel } from '../state/useInbox.js'
import { ChatRow } from './ChatRow.js'

/** Lets the search field hand the keyboard over. */
export interface ChatListHandle {
  readonly focusRow: (index: number) => void
}

/** Pixels; the same as `--row-height` in `list.css`. */
const ROW_HEIGHT = 68
const PAGE = 8

/**
 * The chats, of which only those near the view are in the page. One row can be reached with Tab, and the arrow keys, Page
 * keys, Home and End go on from there; that row stays in the page while it is out of view, so that focus is never lost.
 */
export function ChatList(props: {
  readonly rows: readonly Row[]
  readonly inbox: InboxModel
  readonly query: string
  readonly ref: Ref<ChatListHandle>
}): ReactElement {
  const { rows, inbox, query } = props
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [cursor, setCursor] = useState(0)
  const active = Math.min(cursor, rows.length - 1)

  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
    [active],
  )
  // Its result is read in this component alone, where nothing is memoised by it.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.chat.id ?? index,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    paddingStart: 4,
    paddingEnd: 8,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 8,
    rangeExtractor,
  })

  const focusRow = useCallback(
    (index: number) => {
      const focus = (): boolean => {
        const button = list.current?.querySelector<HTMLElement>(`[data-index="${index}"] > button`)
        button?.focus({ preventScroll: true })
        return button !== null && button !== undefined
      }
      setCursor(index)
      virtualizer.scrollToIndex(index)
      // A row far away is in the page only after the list was drawn again.
      if (!focus()) requestAnimationFrame(focus)
    },
    [virtualizer],
  )
  useImperativeHandle(props.ref, () => ({ focusRow }), [focusRow])

  const { openChat } = inbox
  const open = useCallback(
    (chatId: string, index: number) => {
      setCursor(index)
      openChat(chatId)
    },
    [openChat],
  )

  const move = (event: KeyboardEvent): void => {
    const next = nextIndex(event.key, active, rows.length - 1)
    if (next === undefined) return
    event.preventDefault()
    focusRow(next)
  }

  return (
    <div className="list-scroller" ref={scroller}>
      {/* Keys pressed in a row bubble up to here; the list itself takes no focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        className="list"
        ref={list}
        aria-label="Chats"
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={move}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <ChatRow
              key={item.key}
              row={row}
              index={item.index}
              count={rows.length}
              top={item.start}
              query={query}
              sent={inbox.sent}
              time={inbox.times.short(row.lastAt)}
              byId={inbox.byId}
              current={row.chat.id === inbox.open?.chat.id}
              tabbable={item.index === active}
              onOpen={open}
            />
          )
        })}
      </ul>
    </div>
  )
}

function nextIndex(key: string, from: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, last)
    case 'ArrowUp':
      return Math.max(from - 1, 0)
    case 'PageDown':
      return Math.min(from + PAGE, last)
    case 'PageUp':
      return Math.max(from - PAGE, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
