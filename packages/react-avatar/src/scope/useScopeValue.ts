'use client'
import { createAvatarClient } from '@greenapi/avatar-core'
import type { AvatarClient, AvatarClientOptions } from '@greenapi/avatar-core'
import { avatarQueryOptions } from '@greenapi/avatar-core/query'
import { QueryClientContext, useIsRestoring } from '@tanstack/react-query'
import { useContext, useInsertionEffect, useMemo } from 'react'
import type { AvatarLabels } from '../labels/AvatarLabels.js'
import { EN_WORDS } from '../labels/enWords.js'
import { initials } from '../look/initials.js'
import { createNearGate } from '../source/nearGate.js'
import type { AvatarScope } from './AvatarScope.js'
import { required } from './required.js'

/** What a provider's avatars have in common: a `client`, or the options of one, and how they look and speak. */
export type ScopeOptions = AvatarClientOptions & {
  client?: AvatarClient | undefined
  labels?: AvatarLabels | undefined
  inlineStyles?: boolean | undefined
}

/**
 * Makes the scope of one provider, over the app's own QueryClient; `createGate` decides what is near. A client is made anew
 * only for another `backendUrl` or `scope`; what may be new at every render (`headers`, `fetch`) it reads when it is needed.
 */
export function useScopeValue(
  options: ScopeOptions,
  createGate: typeof createNearGate = createNearGate,
): AvatarScope {
  const { client, backendUrl, scope, labels = EN_WORDS, inlineStyles = true } = options
  const queryClient = required(useContext(QueryClientContext), 'QueryClientProvider')
  const isRestoring = useIsRestoring()
  const source = useMemo(() => {
    const fresh = { ...options }
    const own = client ?? createAvatarClient(fresh)
    // What came with the page or out of a persisted cache is kept as long as what was asked for, though nobody observes it
    // before it comes near. Said here, since the page below may bring its answers in this very render.
    const { queryKey, gcTime = Infinity } = avatarQueryOptions(own, undefined)
    const root = queryKey.slice(0, 1)
    queryClient.setQueryDefaults(root, { gcTime, ...queryClient.getQueryDefaults(root) })
    return {
      fresh,
      client: own,
      queryClient,
      gate: createGate(),
      asked: new Set<string>(),
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-deps -- other options count at the start only
  }, [client, backendUrl, scope, queryClient, createGate])
  useInsertionEffect(() => {
    source.fresh.headers = options.headers
    source.fresh.fetch = options.fetch
  })
  return useMemo(
    () => ({
      ...source,
      // While a persisted cache is being read nothing is near, and nothing asked.
      ...(isRestoring && { gate: () => undefined }),
      labels,
      initials,
      inlineStyles,
      size: 'md',
    }),
    [source, isRestoring, labels, inlineStyles],
  )
}
