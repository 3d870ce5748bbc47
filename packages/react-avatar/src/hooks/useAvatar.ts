'use client'
import type { Avatar, AvatarError } from '@greenapi/avatar-core/protocol'
import type { AvatarQueryKey } from '@greenapi/avatar-core/query'
import { useQuery } from '@tanstack/react-query'
import type { UseQueryOptions, UseQueryResult } from '@tanstack/react-query'
import { useAvatarScope } from '../scope/AvatarScope.js'
import { avatarOptions } from '../source/avatarOptions.js'
import { resolvedAvatar } from './resolvedAvatar.js'

/** Query options that a hook's caller may set; what asks, keeps and repeats is the library's. */
export type AvatarHookQuery = Partial<
  Pick<
    UseQueryOptions<Avatar, AvatarError, Avatar, AvatarQueryKey>,
    | 'notifyOnChangeProps'
    | 'refetchOnMount'
    | 'refetchOnReconnect'
    | 'refetchOnWindowFocus'
    | 'throwOnError'
    | 'meta'
  >
>

/** Longer than any render takes to be committed: until then nobody observes the entry. */
const UNASKED_GC_MS = 5000

/** The options of {@link useAvatar}. */
export interface UseAvatarOptions {
  /** False: nothing is asked, what the cache has is returned. Default true. */
  active?: boolean | undefined
  /** TanStack Query options for this observer. */
  query?: AvatarHookQuery | undefined
}

/**
 * The avatar of one chat as a TanStack Query result, with a url that an `<img>` can show. `undefined` as chat id asks
 * nothing. An answer that turns stale on screen is asked again.
 *
 * @throws Error without an `<AvatarProvider>`.
 * @example
 * ```tsx
 * const { data } = useAvatar(chatId, { active: useNearViewport(ref) })
 * return <Avatar.Root ref={ref} src={data?.status === 'found' ? data.url : undefined} />
 * ```
 */
export function useAvatar(
  chatId: string | undefined,
  { active = true, query }: UseAvatarOptions = {},
): UseQueryResult<Avatar, AvatarError> {
  const { client, queryClient } = useAvatarScope()
  const options = avatarOptions(client, chatId)
  const enabled = active && options.enabled
  return useQuery(
    {
      ...options,
      ...query,
      enabled,
      // An entry that nobody ever asked for goes with the component. (The query library keeps the longest time it was told.)
      ...(!enabled && 'gcTime' in options && { gcTime: UNASKED_GC_MS }),
      select: (avatar) => resolvedAvatar(client, avatar),
    },
    queryClient,
  )
}
