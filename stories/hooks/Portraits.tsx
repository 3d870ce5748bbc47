import { Avatar, useSuspenseAvatar } from '@greenapi/react-avatar'
import { Suspense } from 'react'
import type { ReactElement } from 'react'

function Portrait({ chatId, name }: { chatId: string; name: string }): ReactElement {
  const { data } = useSuspenseAvatar(chatId)
  return (
    <article className="card">
      <Avatar.Root src={data.status === 'found' ? data.url : undefined} className="card-picture">
        <Avatar.Image />
        <Avatar.Fallback>{name[0]}</Avatar.Fallback>
      </Avatar.Root>
      <strong>{name}</strong>
      <span>{data.status}</span>
    </article>
  )
}

/** Cards that wait for their answers, each for its own. */
export function Portraits({ people }: { people: readonly { chatId: string; name: string }[] }): ReactElement {
  return (
    <div className="cards">
      {people.map(({ chatId, name }) => (
        <Suspense key={chatId} fallback={<div className="card skeleton">Asking…</div>}>
          <Portrait chatId={chatId} name={name} />
        </Suspense>
      ))}
    </div>
  )
}
