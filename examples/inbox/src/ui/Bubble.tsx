import type { ReactElement } from 'react'
import type { Message } from '../data/conversation.js'
import type { Row } from '../state/rows.js'
import { ChatAvatar } from './ChatAvatar.js'

/** One message. In groups the first of a run names its writer, and the last shows the avatar. */
export function Bubble(props: {
  readonly message: Message
  readonly first: boolean
  readonly last: boolean
  readonly time: string
  readonly sender: Row | undefined
  readonly byId: ReadonlyMap<string, Row>
  readonly inGroup: boolean
  readonly receipt: boolean
}): ReactElement {
  const { message, first, last, sender } = props
  const fromOthers = !message.mine
  return (
    <li className="bubble-line" data-mine={message.mine} data-first={first} data-last={last}>
      {fromOthers && props.inGroup && (
        <span className="bubble-avatar">
          {last && sender !== undefined && (
            <ChatAvatar chat={sender.chat} size={28} byId={props.byId} decorative />
          )}
        </span>
      )}
      {message.mine && <p className="visually-hidden">You</p>}
      <div className="bubble" dir="auto">
        {fromOthers && sender !== undefined && (
          <p className={first ? 'bubble-sender' : 'visually-hidden'} dir="auto">
            {sender.title}
          </p>
        )}
        <p className="bubble-text">{message.text}</p>
        <span className="bubble-time">{props.time}</span>
      </div>
      {props.receipt && <span className="receipt">Delivered</span>}
    </li>
  )
}
