import type { ReactElement, RefObject } from 'react'
import { plural } from '../../shared/plural.js'
import type { Row } from '../state/rows.js'
import type { InboxModel } from '../state/useInbox.js'
import { ChatAvatar } from './ChatAvatar.js'
import { Icon } from './icons.js'
import { MemberStack } from './MemberStack.js'

/** Who the open chat is with. */
export function ConversationHeader({
  row,
  inbox,
  detailsOpen,
  detailsButton,
  onToggleDetails,
}: {
  readonly row: Row
  readonly inbox: InboxModel
  readonly detailsOpen: boolean
  readonly detailsButton: RefObject<HTMLButtonElement | null>
  readonly onToggleDetails: () => void
}): ReactElement {
  const { chat } = row
  return (
    <header className="chat-head">
      <button
        type="button"
        className="icon-button back"
        aria-label="Back to the chats"
        onClick={inbox.closeChat}
      >
        <Icon name="back" />
      </button>
      <ChatAvatar chat={chat} size={42} byId={inbox.byId} online={row.online} decorative />
      <div className="chat-who">
        <h2 dir="auto">{row.title}</h2>
        <p data-online={row.online}>{statusLine(row, inbox)}</p>
      </div>
      {chat.memberIds !== undefined && chat.memberIds.length > 0 && (
        <MemberStack memberIds={chat.memberIds} inbox={inbox} />
      )}
      <button
        type="button"
        ref={detailsButton}
        className="icon-button"
        aria-label="Details"
        title="Details"
        aria-expanded={detailsOpen}
        onClick={onToggleDetails}
      >
        <Icon name="panel" />
      </button>
    </header>
  )
}

function statusLine(row: Row, inbox: InboxModel): string {
  if (row.chat.kind === 'group') {
    const count = row.chat.memberIds?.length ?? 0
    return count === 0 ? 'Group' : plural(count, 'member')
  }
  if (row.online) return 'Online'
  const when = inbox.times.short(row.madeUpUntil)
  return `Last seen ${when === 'Yesterday' ? 'yesterday' : when}`
}
