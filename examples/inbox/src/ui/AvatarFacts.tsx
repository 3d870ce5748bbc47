import { isAvatarError } from '@greenapi/avatar-core/protocol'
import { useAvatar } from '@greenapi/react-avatar'
import type { ReactElement } from 'react'
import { avatarWords, type AvatarKnowledge } from '../data/avatarWords.js'
import { saySpan } from '../data/time.js'

type AvatarResult = ReturnType<typeof useAvatar>

/** What the avatar says about itself, in words. */
export function AvatarFacts({ chatId }: { readonly chatId: string }): ReactElement {
  const avatar = useAvatar(chatId)
  const state = knowledgeOf(avatar)
  const words = avatarWords(state)
  return (
    <section className="facts" aria-labelledby="facts-title">
      <h3 id="facts-title">Avatar</h3>
      <p className="facts-state" data-state={typeof state === 'object' ? 'error' : state}>
        {words.title}
      </p>
      <p className="facts-text">{words.text}</p>
      {avatar.data !== undefined && (
        <p className="facts-text">Good for {saySpan(avatar.data.freshForMs)}, then asked again.</p>
      )}
      {avatar.isError && (
        <button type="button" className="button quiet small" onClick={() => void avatar.refetch()}>
          Ask again
        </button>
      )}
    </section>
  )
}

function knowledgeOf(avatar: AvatarResult): AvatarKnowledge {
  if (avatar.data !== undefined) return avatar.data.status
  // While it is asked again, the reason it has to be is the most that is known.
  const error = avatar.error ?? avatar.failureReason
  if (error === null) return avatar.fetchStatus === 'paused' ? 'offline' : 'asking'
  return { error: isAvatarError(error) ? error.code : 'internal' }
}
