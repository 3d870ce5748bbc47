import { useState } from 'react'

const KEY = 'inbox.pastedChats'

/** The text of ids pasted into the page. It stays in this browser: the server learns an id only when its avatar is asked for. */
export function usePastedChats(): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => localStorage.getItem(KEY) ?? '')
  const store = (next: string): void => {
    if (next === '') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, next)
    setText(next)
  }
  return [text, store]
}
