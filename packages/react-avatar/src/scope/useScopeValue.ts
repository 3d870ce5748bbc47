'use client'
import type { AvatarClient } from '@greenapi/avatar-core'
import { QueryClientContext, useIsRestoring } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AvatarLabels } from '../labels/AvatarLabels.js'
import { enLabels } from '../labels/en.js'
import { defaultFace } from '../look/defaultFace.js'
import type { AvatarSource } from '../source/AvatarSource.js'
import { createNearGate } from '../source/nearGate.js'
import type { AvatarScope } from './AvatarScope.js'
import { useRequired } from './useRequired.js'

/** What a provider's avatars have in common beside their client. */
export interface ScopeSettings {
  labels?: AvatarLabels | undefined
  inlineStyles?: boolean | undefined
}

/** Makes the scope of one provider, over the app's own QueryClient; `createGate` decides what is near. */
export function useScopeValue(
  client: AvatarClient,
  { labels = enLabels, inlineStyles = true }: ScopeSettings,
  createGate: typeof createNearGate = createNearGate,
): AvatarScope {
  const queryClient = useRequired(QueryClientContext, 'QueryClientProvider')
  const restoring = useIsRestoring()
  const source = useMemo(
    (): AvatarSource => ({ client, queryClient, gate: createGate(), asked: new Map() }),
    [client, queryClient, createGate],
  )
  return useMemo(
    () => ({ ...source, restoring, labels, face: defaultFace, inlineStyles, size: 'md' }),
    [source, restoring, labels, inlineStyles],
  )
}
