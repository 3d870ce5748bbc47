import { formatChatId, parseChatId, WhatsAppAvatar } from '@greenapi/react-avatar'
import { HydrationBoundary } from '@tanstack/react-query'
import type { Chat } from '@/lib/chats'
import { prefetchAvatars } from '@/lib/prefetchAvatars'

/** A server component: avatars that the server knows are part of its HTML, and it never waits for WhatsApp. */
export async function People({ people, scope }: { people: readonly Chat[]; scope: string }) {
  const state = await prefetchAvatars(
    people.map(({ id }) => id),
    { scope, maxWaitMs: 0 },
  )
  const known = state.queries.length
  return (
    <section>
      <h1>Chats</h1>
      <p className="note">
        {`${known} of ${people.length} avatars came with the page.`}
        {known < people.length && ' The browser asks for the others; reload, and they come with it too.'}
      </p>
      <HydrationBoundary state={state}>
        <ul>
          {people.map(({ id, name }) => (
            <li key={id}>
              <WhatsAppAvatar chatId={id} name={name} size="lg" decorative />
              <div>
                <b>
                  <bdi>{name}</bdi>
                </b>
                <small>{formatChatId(parseChatId(id))}</small>
              </div>
            </li>
          ))}
        </ul>
      </HydrationBoundary>
    </section>
  )
}
