import type { AvatarClient } from '@greenapi/avatar-core'
import { avatarQueryOptions } from '@greenapi/avatar-core/query'
import { Avatar } from '@greenapi/react-avatar'
import { useQueries } from '@tanstack/react-query'
import type { ReactElement } from 'react'

interface WhoHasAPictureProps {
  /** The one that `<AvatarProvider client={…}>` has too, so that they share their answers. */
  client: AvatarClient
  chatIds: readonly string[]
}

/** A wall of those who have a picture. */
export function WhoHasAPicture({ client, chatIds }: WhoHasAPictureProps): ReactElement {
  const answers = useQueries({ queries: chatIds.map((chatId) => avatarQueryOptions(client, chatId)) })
  const found = answers.flatMap(({ data }) => (data?.status === 'found' ? [data.url] : []))
  const isAsking = answers.some(({ isPending }) => isPending)
  return (
    <section>
      <p>{isAsking ? 'Asking…' : `${found.length} of ${chatIds.length} have a picture`}</p>
      <div className="wall">
        {found.map((url) => (
          <Avatar.Root key={url} src={client.resolveUrl(url)} className="wall-picture">
            <Avatar.Image />
          </Avatar.Root>
        ))}
      </div>
    </section>
  )
}
