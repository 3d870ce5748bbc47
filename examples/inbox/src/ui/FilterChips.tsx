import type { ReactElement } from 'react'
import type { ChatFilter, Row } from '../state/rows.js'

/** All, unread or groups, with how many there are. */
export function FilterChips(props: {
  readonly rows: readonly Row[]
  readonly value: ChatFilter
  readonly onChange: (filter: ChatFilter) => void
}): ReactElement {
  const unread = props.rows.filter((row) => row.unread > 0).length
  const groups = props.rows.filter((row) => row.chat.kind === 'group').length
  const chips: readonly (readonly [ChatFilter, string, number | undefined])[] = [
    ['all', 'All', undefined],
    ['unread', 'Unread', unread],
    ['groups', 'Groups', groups],
  ]
  return (
    <fieldset className="chips" aria-label="Which chats to show">
      {chips.map(([filter, label, count]) => (
        <button
          type="button"
          key={filter}
          className="chip"
          aria-pressed={props.value === filter}
          onClick={() => props.onChange(filter)}
        >
          {label}
          {count !== undefined && <span className="chip-count">{count.toLocaleString('en')}</span>}
        </button>
      ))}
    </fieldset>
  )
}
