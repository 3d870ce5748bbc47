import { useMemo, useState, type ReactElement } from 'react'
import { parseChatLines } from '../shared/chatLines.js'
import { useChatList } from './state/useChatList.js'
import { usePastedChats } from './state/usePastedChats.js'
import { Inbox } from './ui/Inbox.js'
import { ListLoading, ListUnavailable } from './ui/ListStates.js'
import { PasteChats } from './ui/PasteChats.js'

/** Decides what there is to show: the chats of the server, those pasted into the page, or a place to paste them. */
export function App(): ReactElement {
  const list = useChatList()
  const [pastedText, setPastedText] = usePastedChats()
  const [editing, setEditing] = useState(false)
  const pasted = useMemo(() => parseChatLines(pastedText).chats, [pastedText])

  if (list.isPending) return <ListLoading />
  if (list.isError) return <ListUnavailable retry={() => void list.refetch()} />
  const { source, chats } = list.data
  if (source !== 'pasted') return <Inbox chats={chats} source={source} />
  if (editing || pasted.length === 0) {
    const done = (text: string): void => {
      setPastedText(text)
      setEditing(false)
    }
    return <PasteChats initialText={pastedText} onDone={done} />
  }
  return <Inbox chats={pasted} source={source} onEditChats={() => setEditing(true)} />
}
