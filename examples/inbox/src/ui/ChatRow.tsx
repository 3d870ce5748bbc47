import { memo, type NamedExoticComponent, type ReactElement } from 'react'
import { markHits } from '../data/search.js'
import { titleOf } from '../data/title.js'
import type { InboxState } from '../state/inboxState.js'
import { previewOf, type Row } from '../state/rows.js'
import { ChatAvatar } from './ChatAvatar.js'
import { Icon } from './icons.js'

interface ChatRowProps {
  readonly row: Row
  readonly index: number
  readonly count: number
  readonly top: number
  readonly query: string
  readonly sent: InboxState['sent']
  readonly time: string
  readonly byId: ReadonlyMap<string, Row>
  readonly current: boolean
  readonly tabbable: boolean
  readonly onOpen: (chatId: string, index: number) => void
}

/** One chat of the list. While the list scrolls, only rows that come in are drawn. */
export const ChatRow: NamedExoticComponent<ChatRowProps> = memo(function ChatRow(
  props: ChatRowProps,
): ReactElement {
  const { row, query } = props
  const { chat, unread } = row
  const preview = previewOf(row, props.sent)
  const isGroup = chat.kind === 'group'

  return (
    <li
      className="row"
      data-index={props.index}
      aria-posinset={props.index + 1}
      aria-setsize={props.count}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <button
        type="button"
        className="row-button"
        tabIndex={props.tabbable ? 0 : -1}
        aria-current={props.current ? 'true' : undefined}
        data-unread={unread > 0}
        onClick={() => props.onOpen(chat.id, props.index)}
      >
        <ChatAvatar chat={chat} size={44} byId={props.byId} online={row.online} decorative />
        <span className="row-name" dir="auto">
          {query === '' ? row.title : <Marked name={row.title} query={query} />}
        </span>
        <span className="row-time">{props.time}</span>
        <span className="row-preview">
          {isGroup && (
            <>
              <Icon name="people" size={15} />
              <span className="visually-hidden">Group. </span>
            </>
          )}
          <span dir="auto">
            {isGroup && <Speaker name={preview.mine ? 'You' : senderName(props.byId, preview.senderId)} />}
            {preview.text}
          </span>
        </span>
        {unread > 0 && (
          <span className="unread">
            {unread}
            <span className="visually-hidden"> unread</span>
          </span>
        )}
        {row.online && <span className="visually-hidden">, online</span>}
      </button>
    </li>
  )
})

function Speaker({ name }: { readonly name: string | undefined }): ReactElement | null {
  return name === undefined ? null : (
    <>
      <bdi>{name}</bdi>:{' '}
    </>
  )
}

function senderName(rows: ReadonlyMap<string, Row>, senderId: string | undefined): string | undefined {
  if (senderId === undefined) return undefined
  const title = rows.get(senderId)?.title ?? titleOf({ id: senderId, name: '' })
  return title.startsWith('+') ? title : title.split(' ')[0]
}

function Marked({ name, query }: { readonly name: string; readonly query: string }): ReactElement {
  return (
    <>
      {markHits(name, query).map((piece, index) =>
        // Pieces have no identity of their own, and are made anew together.
        // oxlint-disable-next-line react/no-array-index-key
        piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text,
      )}
    </>
  )
}
