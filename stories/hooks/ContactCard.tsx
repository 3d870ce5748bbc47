import { Avatar, useAvatar, useNearViewport } from '@greenapi/react-avatar'
import { useRef } from 'react'
import type { ReactElement } from 'react'

const WORDS = {
  found: 'Has a picture',
  none: 'Has no picture',
  hidden: 'Keeps the picture private',
  no_account: 'Is not on WhatsApp',
} as const

/** A contact in a design of your own. It asks only when it comes near the viewport. */
export function ContactCard({ chatId, name }: { chatId: string; name: string }): ReactElement {
  const ref = useRef<HTMLElement>(null)
  const { data, error, isPending } = useAvatar(chatId, { active: useNearViewport(ref) })
  return (
    <article ref={ref} className="card">
      <Avatar.Root src={data?.status === 'found' ? data.url : undefined} className="card-picture">
        <Avatar.Image />
        <Avatar.Fallback>{name[0]}</Avatar.Fallback>
      </Avatar.Root>
      <strong>{name}</strong>
      <span>{error ? `Could not ask: ${error.code}` : isPending ? 'Asking…' : WORDS[data.status]}</span>
    </article>
  )
}
