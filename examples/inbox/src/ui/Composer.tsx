import { useState, type FormEvent, type KeyboardEvent, type ReactElement } from 'react'
import { Icon } from './icons.js'

/** A place to answer. Enter sends, Shift and Enter makes a new line; nothing leaves the page. */
export function Composer(props: {
  readonly title: string
  readonly onSend: (text: string) => void
}): ReactElement {
  const [text, setText] = useState('')
  const trimmed = text.trim()

  const send = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault()
    if (trimmed === '') return
    props.onSend(trimmed)
    setText('')
  }

  return (
    <form className="composer" onSubmit={send}>
      <div className="composer-row">
        <div className="composer-field" data-text={`${text} `}>
          <textarea
            rows={1}
            dir="auto"
            aria-label={`Write to ${props.title}`}
            placeholder="Write a message"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event)
            }}
          />
        </div>
        <button type="submit" className="send" aria-label="Send" disabled={trimmed === ''}>
          <Icon name="send" />
        </button>
      </div>
      <p className="fine">Messages are made up. Yours stay on this page.</p>
    </form>
  )
}
