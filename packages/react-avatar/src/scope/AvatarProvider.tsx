'use client'
import type { AvatarClient, AvatarClientOptions } from '@greenapi/avatar-core'
import { QueryClientContext, useIsRestoring } from '@tanstack/react-query'
import { useContext, useMemo } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { createLiveAnswer } from '../answer/liveAnswer.js'
import type { AvatarLabels } from '../labels/AvatarLabels.js'
import { enLabels } from '../labels/en.js'
import { AvatarScopeContext } from './AvatarScope.js'
import type { AvatarSource } from './AvatarScope.js'
import { createNearGate } from './nearGate.js'
import { createRepair } from './repairs.js'
import { useFreshClient } from './useFreshClient.js'

/** The props of {@link AvatarProvider}: a `client`, or the options of one. */
export type AvatarProviderProps = AvatarClientOptions & {
  /** A client of your own, from `createAvatarClient`; then the options of one are not read. */
  client?: AvatarClient | undefined
  /** The language of what screen readers say. Default English. Keep the object outside of your components. */
  labels?: AvatarLabels | undefined
  /**
   * Default true. False renders no `style` attribute in server HTML, for a strict Content-Security-Policy: then
   * `styles.css` must be there, and sizes must be named ones.
   */
  inlineStyles?: boolean | undefined
  children?: ReactNode
}

/**
 * Holds what the avatars below share: the client, the viewport observer, and the memory of failed pictures. Uses the
 * QueryClient of the app's own `QueryClientProvider`, which must be above it. A new client is made only when `backendUrl`
 * or `scope` changes; `headers` and `fetch` are read afresh for each request.
 *
 * @throws Error when there is no `QueryClientProvider` above.
 * @example
 * ```tsx
 * <QueryClientProvider client={queryClient}>
 *   <AvatarProvider backendUrl="/api/avatars">
 *     <Inbox />
 *   </AvatarProvider>
 * </QueryClientProvider>
 * ```
 */
export function AvatarProvider({
  client: given,
  labels = enLabels,
  inlineStyles = true,
  children,
  ...options
}: AvatarProviderProps): ReactElement {
  const queryClient = useContext(QueryClientContext)
  if (!queryClient) {
    throw new Error(
      '@greenapi/react-avatar: <AvatarProvider> found no QueryClient to keep answers in. Put it inside your <QueryClientProvider>.',
    )
  }
  const client = useFreshClient(given, options)
  const restoring = useIsRestoring()
  const shared = useMemo(
    () => ({ client, queryClient, gate: createNearGate(), repair: createRepair(client, queryClient) }),
    [client, queryClient],
  )
  const source = useMemo(
    (): AvatarSource => ({
      ...shared,
      live: (chatId, eager) => createLiveAnswer({ ...shared, restoring }, chatId, eager),
    }),
    [shared, restoring],
  )
  const scope = useMemo(() => ({ source, labels, inlineStyles }), [source, labels, inlineStyles])
  return <AvatarScopeContext.Provider value={scope}>{children}</AvatarScopeContext.Provider>
}
