import { useRef, useState, type FormEvent, type ReactElement } from 'react'
import { parseChatLines, type ChatLineProblem } from '../../shared/chatLines.js'
import { ThemeButton } from './ThemeButton.js'

const EXAMPLE = '+55 21 99999-0000, Ana\n120363043968066561@g.us, Book club\n102388094480549@lid'

/** The first page with a real instance: whose avatars shall be shown? */
export function PasteChats(props: {
  readonly initialText: string
  readonly onDone: (text: string) => void
}): ReactElement {
  const [text, setText] = useState(props.initialText)
  const [problems, setProblems] = useState<readonly ChatLineProblem[]>([])
  const field = useRef<HTMLTextAreaElement>(null)

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = parseChatLines(text)
    const found =
      read.chats.length === 0 && read.problems.length === 0
        ? [{ line: 1, message: 'Nothing here yet: paste at least one chat id or phone number.' }]
        : read.problems
    setProblems(found)
    if (found.length === 0) props.onDone(text)
    else field.current?.focus()
  }

  return (
    <main className="notice-page">
      <form className="sheet paste" onSubmit={submit} noValidate>
        <div className="paste-head">
          <p className="eyebrow">Your own GREEN-API instance</p>
          <ThemeButton />
        </div>
        <h1>Whose avatars shall we look up?</h1>
        <p id="paste-help">
          Paste one chat a line: a phone number with its country code or a chat id, and a name after a comma
          if you like. The list stays in this browser.
        </p>
        <label htmlFor="paste-field">Chats</label>
        <textarea
          id="paste-field"
          ref={field}
          rows={7}
          spellCheck={false}
          placeholder={EXAMPLE}
          value={text}
          aria-describedby={problems.length > 0 ? 'paste-help paste-problems' : 'paste-help'}
          aria-invalid={problems.length > 0}
          onChange={(event) => setText(event.target.value)}
        />
        <div id="paste-problems" role="alert" className="problems">
          {problems.length > 0 && (
            <ul>
              {problems.slice(0, 5).map((problem) => (
                <li key={problem.line}>
                  <b>Line {problem.line}</b> {problem.message}
                </li>
              ))}
              {problems.length > 5 && <li>…and {problems.length - 5} more lines to look at.</li>}
            </ul>
          )}
        </div>
        <div className="paste-actions">
          <button type="submit" className="button">
            Show these chats
          </button>
          <p className="fine">Messages in this demo are made up. The avatars are real.</p>
        </div>
      </form>
    </main>
  )
}
