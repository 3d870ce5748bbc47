'use client'
import type { AvatarClient, AvatarClientOptions } from '@greenapi/avatar-core'
import type { ReactElement, ReactNode } from 'react'
import type { AvatarLabels } from '../labels/AvatarLabels.js'
import { provideScope } from './AvatarScope.js'
import { useScopeValue } from './useScopeValue.js'

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
export function AvatarProvider(props: AvatarProviderProps): ReactElement {
  return provideScope(useScopeValue(props), props.children)
}
