import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { ChatList as ChatListData } from '../../shared/chat.js'
import { plural } from '../../shared/plural.js'
import { visibleRows, type ChatFilter } from '../state/rows.js'
import type { InboxModel } from '../state/useInbox.js'
import { ChatList, type ChatListHandle } from './ChatList.js'
import { FilterChips } from './FilterChips.js'
import { Icon } from './icons.js'
import { OfflineNote } from './OfflineNote.js'
import { SearchField } from './SearchField.js'
import { ThemeButton } from './ThemeButton.js'

const SOURCES: Readonly<Record<ChatListData['source'], string>> = {
  simulator: 'simulated',
  file: 'from your file',
  pasted: 'pasted here',
}

/** The left pane: title, search, filters and the list of chats. */
export function ChatListPane(props: {
  readonly inbox: InboxModel
  readonly source: ChatListData['source']
  readonly onEditChats?: (() => void) | undefined
}): ReactElement {
  const { inbox } = props
  const [filter, setFilter] = useState<ChatFilter>('all')
  const [query, setQuery] = useState('')
  const deferredQuery = useDeferredValue(query)
  const list = useRef<ChatListHandle>(null)
  const openId = inbox.open?.chat.id
  const rows = useMemo(
    () => visibleRows(inbox.rows, { filter, query: deferredQuery, keepId: openId }),
    [inbox.rows, filter, deferredQuery, openId],
  )

  const intoList = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || rows.length === 0) return
    event.preventDefault()
    list.current?.focusRow(0)
  }

  return (
    <nav className="list-pane" aria-label="Chats">
      <header className="list-head">
        <div className="list-title">
          <p className="list-name" aria-hidden>
            Inbox
          </p>
          <p>
            {plural(inbox.rows.length, 'chat')}, {SOURCES[props.source]}
          </p>
        </div>
        {props.onEditChats !== undefined && (
          <button
            type="button"
            className="icon-button"
            aria-label="Change the chats"
            title="Change the chats"
            onClick={props.onEditChats}
          >
            <Icon name="edit" />
          </button>
        )}
        <ThemeButton />
      </header>
      <SearchField value={query} onChange={setQuery} onKeyDown={intoList} />
      <FilterChips rows={inbox.rows} value={filter} onChange={setFilter} />
      <output className="visually-hidden">
        {deferredQuery.trim() === '' ? '' : `${plural(rows.length, 'chat')} found`}
      </output>
      {rows.length === 0 ? (
        <NothingFound
          query={deferredQuery.trim()}
          onClear={() => {
            setQuery('')
            setFilter('all')
          }}
        />
      ) : (
        <ChatList ref={list} rows={rows} inbox={inbox} query={deferredQuery} key={filter} />
      )}
      <OfflineNote />
    </nav>
  )
}

function NothingFound({
  query,
  onClear,
}: {
  readonly query: string
  readonly onClear: () => void
}): ReactElement {
  return (
    <div className="nothing">
      <span className="nothing-mark">
        <Icon name="search" size={26} />
      </span>
      <p className="nothing-title">
        {query === '' ? (
          'Nothing here'
        ) : (
          <>
            No chat matches “<bdi>{query}</bdi>”
          </>
        )}
      </p>
      <p>{query === '' ? 'You have read everything.' : 'Try fewer letters, or part of a phone number.'}</p>
      <button type="button" className="button quiet" onClick={onClear}>
        Show all chats
      </button>
    </div>
  )
}
