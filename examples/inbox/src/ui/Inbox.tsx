import { useRef, useState, type ReactElement } from 'react'
import type { Chat, ChatList as ChatListData } from '../../shared/chat.js'
import { useInbox } from '../state/useInbox.js'
import { ChatListPane } from './ChatListPane.js'
import { Conversation } from './Conversation.js'
import { Details } from './Details.js'

/** The three panes: chats, conversation, details. On a narrow page one of them at a time. */
export function Inbox(props: {
  readonly chats: readonly Chat[]
  readonly source: ChatListData['source']
  readonly onEditChats?: (() => void) | undefined
}): ReactElement {
  const inbox = useInbox(props.chats)
  const [detailsOpen, setDetailsOpen] = useState(false)
  const detailsButton = useRef<HTMLButtonElement>(null)
  const { open } = inbox
  const chatIsOpen = open !== undefined

  const closeDetails = (): void => {
    setDetailsOpen(false)
    detailsButton.current?.focus()
  }

  return (
    <main className="inbox" data-pane={chatIsOpen ? 'chat' : 'list'} data-details={chatIsOpen && detailsOpen}>
      <h1 className="visually-hidden">Inbox</h1>
      <ChatListPane inbox={inbox} source={props.source} onEditChats={props.onEditChats} />
      <section className="sheet conversation" aria-label="Conversation">
        {open === undefined ? (
          <p className="pick">Pick a chat to read it here.</p>
        ) : (
          <Conversation
            key={open.chat.id}
            row={open}
            inbox={inbox}
            detailsOpen={detailsOpen}
            detailsButton={detailsButton}
            onToggleDetails={() => setDetailsOpen(!detailsOpen)}
          />
        )}
      </section>
      {open !== undefined && detailsOpen && (
        <Details key={open.chat.id} row={open} inbox={inbox} onClose={closeDetails} />
      )}
    </main>
  )
}
