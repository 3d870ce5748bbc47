import { AvatarProvider, WhatsAppAvatar, avatarQueryKey, createAvatarClient } from '@greenapi/react-avatar'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'

/** Renders a list of avatars on a server that knows all answers already. */
export function listHtml(count: number): string {
  const client = createAvatarClient()
  const queryClient = new QueryClient()
  const chatIds = Array.from({ length: count }, (_, index) => `${5_521_990_000_000 + index}@c.us`)
  for (const [index, chatId] of chatIds.entries()) {
    const url = `picture/${String(index).padStart(47, 'x')}`
    const answer = { status: 'found', url, sizes: [48, 96, 192, 384], freshForMs: 43_200_000 } as const
    queryClient.setQueryData(avatarQueryKey(client, chatId), answer)
  }
  return renderToString(
    <QueryClientProvider client={queryClient}>
      <AvatarProvider client={client}>
        {chatIds.map((chatId) => (
          <WhatsAppAvatar key={chatId} chatId={chatId} name="Maria Fernanda da Silva" size={40} />
        ))}
      </AvatarProvider>
    </QueryClientProvider>,
  )
}
