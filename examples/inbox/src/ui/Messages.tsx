import type { ReactElement } from 'react'
import type { Message } from '../data/conversation.js'
import { groupByDay } from '../data/days.js'
import type { Row } from '../state/rows.js'
import type { InboxModel } from '../state/useInbox.js'
import { Bubble } from './Bubble.js'

/** The conversation, scrolled to its end: the column is reversed, so that no code has to move it there. */
export function Messages(props: {
  readonly row: Row
  readonly messages: readonly Message[]
  readonly inbox: InboxModel
}): ReactElement {
  const { row, messages, inbox } = props
  const withSenders = row.chat.memberIds !== undefined && row.chat.memberIds.length > 0
  const lastId = messages.at(-1)?.id
  return (
    // A region that scrolls has to be reachable with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="messages" role="log" aria-label={`Messages with ${row.title}`} tabIndex={0}>
      <div className="messages-inner">
        {groupByDay(messages, inbox.times).map((day) => (
          <section key={day.key} aria-label={day.label}>
            <h3 className="day">
              <span>{day.label}</span>
            </h3>
            <ol className="bubbles">
              {day.messages.map(({ message, first, last }) => (
                <Bubble
                  key={message.id}
                  message={message}
                  first={first}
                  last={last}
                  time={inbox.times.clock(message.at)}
                  sender={
                    withSenders && message.senderId !== undefined
                      ? inbox.byId.get(message.senderId)
                      : undefined
                  }
                  byId={inbox.byId}
                  inGroup={withSenders}
                  receipt={message.mine && message.id === lastId}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  )
}
