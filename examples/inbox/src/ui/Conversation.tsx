import { useMemo, type ReactElement, type RefObject } from 'react'
import { conversationOf } from '../data/conversation.js'
import type { Row } from '../state/rows.js'
import type { InboxModel } from '../state/useInbox.js'
import { Composer } from './Composer.js'
import { ConversationHeader } from './ConversationHeader.js'
import { Messages } from './Messages.js'

/** One open chat: who it is, what was said, and a place to answer. */
export function Conversation(props: {
  readonly row: Row
  readonly inbox: InboxModel
  readonly detailsOpen: boolean
  readonly detailsButton: RefObject<HTMLButtonElement | null>
  readonly onToggleDetails: () => void
}): ReactElement {
  const { row, inbox } = props
  const { chat } = row
  const sent = inbox.sent.get(chat.id)
  const messages = useMemo(
    () => [...conversationOf(chat, row.madeUpUntil), ...(sent ?? [])],
    [chat, row.madeUpUntil, sent],
  )

  return (
    <>
      <ConversationHeader
        row={row}
        inbox={inbox}
        detailsOpen={props.detailsOpen}
        detailsButton={props.detailsButton}
        onToggleDetails={props.onToggleDetails}
      />
      <Messages row={row} messages={messages} inbox={inbox} />
      <Composer title={row.title} onSend={(text) => inbox.send(chat.id, text)} />
    </>
  )
}
