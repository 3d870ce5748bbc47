import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { ChatList } from '../../shared/chat.js'

async function fetchChatList(signal: AbortSignal): Promise<ChatList> {
  const response = await fetch('/api/chats', { signal })
  if (!response.ok) throw new Error(`The chat list answered ${response.status}.`)
  const list: ChatList = await response.json()
  return list
}

/** The chats this demo shows, from its own server. */
export function useChatList(): UseQueryResult<ChatList> {
  return useQuery({
    queryKey: ['chats'],
    queryFn: ({ signal }) => fetchChatList(signal),
    staleTime: Infinity,
  })
}
