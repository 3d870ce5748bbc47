'use client'
import type { AvatarClient } from '@greenapi/avatar-core'
import { QueryClientContext, useIsRestoring } from '@tanstack/react-query'
import { useContext, useMemo } from 'react'
import type { AvatarLabels } from '../labels/AvatarLabels.js'
import { defaultFace } from '../look/defaultFace.js'
import { createLiveAnswer } from '../source/liveAnswer.js'
import { createNearGate } from '../source/nearGate.js'
import { createRepair } from '../source/repairs.js'
import type { AvatarScope, AvatarSource } from './AvatarScope.js'

/** What a provider's avatars have in common beside their client. */
export interface ScopeSettings {
  labels: AvatarLabels
  inlineStyles: boolean
}

/** Makes the scope of one provider, over the app's own QueryClient; `createGate` decides what is near. */
export function useScopeValue(
  client: AvatarClient,
  { labels, inlineStyles }: ScopeSettings,
  createGate: typeof createNearGate = createNearGate,
): AvatarScope {
  const queryClient = useContext(QueryClientContext)
  if (!queryClient) {
    throw new Error(
      '@greenapi/react-avatar: no <QueryClientProvider> above, which keeps the answers. Wrap <AvatarProvider> in one.',
    )
  }
  const restoring = useIsRestoring()
  const shared = useMemo(
    () => ({ client, queryClient, gate: createGate(), repair: createRepair(client, queryClient) }),
    [client, queryClient, createGate],
  )
  const source = useMemo(
    (): AvatarSource => ({
      ...shared,
      live: (...args) => createLiveAnswer({ ...shared, restoring }, ...args),
    }),
    [shared, restoring],
  )
  return useMemo(() => ({ source, labels, face: defaultFace, inlineStyles }), [source, labels, inlineStyles])
}
