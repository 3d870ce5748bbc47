import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react'
import { Icon } from './icons.js'

/** Finds chats by name or number; `/` goes to it from anywhere, Escape empties it. */
export function SearchField(props: {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}): ReactElement {
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea')
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      field.current?.focus()
    }
    addEventListener('keydown', focus)
    return () => removeEventListener('keydown', focus)
  }, [])

  const clear = (): void => {
    props.onChange('')
    field.current?.focus()
  }

  return (
    <search className="search">
      <Icon name="search" size={18} />
      <input
        ref={field}
        type="text"
        inputMode="search"
        dir="auto"
        aria-label="Search chats"
        placeholder="Search names or numbers"
        autoComplete="off"
        spellCheck={false}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onChange('')
          props.onKeyDown(event)
        }}
      />
      {props.value === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button type="button" className="clear" aria-label="Clear the search" onClick={clear}>
          <Icon name="close" size={16} />
        </button>
      )}
    </search>
  )
}
