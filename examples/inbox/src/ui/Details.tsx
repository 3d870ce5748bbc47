import { chatIdKind, isChatId } from '@greenapi/avatar-core/protocol'
import { useEffect, useRef, type ReactElement } from 'react'
import type { Chat } from '../../shared/chat.js'
import { titleOf } from '../data/title.js'
import type { Row } from '../state/rows.js'
import type { InboxModel } from '../state/useInbox.js'
import { AvatarFacts } from './AvatarFacts.js'
import { ChatAvatar } from './ChatAvatar.js'
import { Icon } from './icons.js'
import { MemberList } from './MemberList.js'

/** Everything known about the open chat; beside the conversation on a wide page, over it on a narrow one. */
export function Details(props: {
  readonly row: Row
  readonly inbox: InboxModel
  readonly onClose: () => void
}): ReactElement {
  const { row, inbox, onClose } = props
  const { chat } = row
  const closeButton = useRef<HTMLButtonElement>(null)
  useEffect(() => closeButton.current?.focus({ preventScroll: true }), [])

  return (
    // Escape closes what was opened last.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="sheet details"
      aria-label={`Details of ${row.title}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header className="details-head">
        <h2>{chat.kind === 'group' ? 'Group' : 'Contact'}</h2>
        <button
          type="button"
          ref={closeButton}
          className="icon-button"
          aria-label="Close the details"
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="details-body" tabIndex={0} aria-label="What is known about this chat">
        <div className="details-who">
          <ChatAvatar chat={chat} size={96} byId={inbox.byId} />
          <p className="details-name" dir="auto">
            {row.title}
          </p>
          <p className="details-id">{underName(chat)}</p>
        </div>
        <AvatarFacts chatId={chat.id} />
        <section className="facts" aria-labelledby="kind-title">
          <h3 id="kind-title">Chat id</h3>
          <p className="facts-text">{kindWords(chat.id)}</p>
          <p className="mono">{chat.id}</p>
        </section>
        {chat.kind === 'group' && <MemberList memberIds={chat.memberIds ?? []} inbox={inbox} />}
      </section>
    </section>
  )
}

function underName(chat: Chat): string {
  if (chat.kind === 'person') return titleOf({ id: chat.id, name: '' })
  const count = chat.memberIds?.length ?? 0
  return count === 0 ? 'Group' : `Group of ${count}`
}

function kindWords(chatId: string): string {
  switch (isChatId(chatId) ? chatIdKind(chatId) : undefined) {
    case 'group':
      return 'A group.'
    case 'lid':
      return 'A person whose phone number WhatsApp keeps to itself.'
    default:
      return 'A person, by phone number.'
  }
}
