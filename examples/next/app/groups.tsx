import { AvatarGroup, AvatarMosaic, WhatsAppAvatar } from '@greenapi/react-avatar'
import { HydrationBoundary } from '@tanstack/react-query'
import type { Chat } from '@/lib/chats'
import { prefetchAvatars } from '@/lib/prefetchAvatars'

const SHOWN_MEMBERS = 3

/** Streamed: there is a little time to ask WhatsApp, as the rest of the page is already on its way. */
export async function Groups({ groups, scope }: { groups: readonly Chat[]; scope: string }) {
  const shown = groups.map(({ members = [], ...group }) => ({
    ...group,
    members: members.slice(0, SHOWN_MEMBERS),
    total: members.length,
  }))
  const state = await prefetchAvatars(
    shown.flatMap(({ id, members }) => [id, ...members.map((member) => member.id)]),
    { scope, maxWaitMs: 1_500 },
  )
  return (
    <section>
      <h2>Groups</h2>
      <HydrationBoundary state={state}>
        <ul>
          {shown.map(({ id, name, members, total }) => (
            <li key={id}>
              <WhatsAppAvatar
                chatId={id}
                name={name}
                size="lg"
                decorative
                fallback={
                  <AvatarMosaic
                    chatIds={members.map((member) => member.id)}
                    names={Object.fromEntries(members.map((member) => [member.id, member.name]))}
                  />
                }
              />
              <div>
                <b>
                  <bdi>{name}</bdi>
                </b>
                <small>{`${total} members`}</small>
              </div>
              <AvatarGroup size="sm" total={total} label={`Members of ${name}`}>
                {members.map((member) => (
                  <WhatsAppAvatar key={member.id} chatId={member.id} name={member.name} />
                ))}
              </AvatarGroup>
            </li>
          ))}
        </ul>
      </HydrationBoundary>
    </section>
  )
}
