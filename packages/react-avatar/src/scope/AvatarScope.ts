'use client'
import type { AvatarClient } from '@greenapi/avatar-core'
import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Context } from 'react'
import type { Face } from '../look/defaultFace.js'
import type { LiveAnswer } from '../source/liveAnswer.js'
import type { AvatarLabels } from '../labels/AvatarLabels.js'
import type { AvatarShape, AvatarSize } from '../look/appearance.js'
import type { NearGate } from '../source/nearGate.js'

/** Where avatars come from. One object as long as the provider's client and cache are the same. */
export interface AvatarSource {
  client: AvatarClient
  queryClient: QueryClient
  gate: NearGate
  /** Makes one avatar's view on the cache; `eager` ones ask wherever they are. */
  live: (chatId: string | undefined, eager: boolean, onChange: () => void) => LiveAnswer
}

/** What `<AvatarProvider>`, and groups in between, hand to every avatar below. */
export interface AvatarScope {
  source: AvatarSource
  labels: AvatarLabels
  face: Face
  /** False under a Content-Security-Policy that forbids `style` attributes. */
  inlineStyles: boolean
  /** What a group wants of the avatars in it. */
  size?: AvatarSize | undefined
  shape?: AvatarShape | undefined
}

export const AvatarScopeContext: Context<AvatarScope | undefined> = createContext<AvatarScope | undefined>(
  undefined,
)

/** The nearest provider's scope. */
export function useAvatarScope(): AvatarScope {
  const scope = useContext(AvatarScopeContext)
  if (!scope) {
    throw new Error(
      '@greenapi/react-avatar: no <AvatarProvider> above, which knows where to ask. Wrap the app in one.',
    )
  }
  return scope
}
