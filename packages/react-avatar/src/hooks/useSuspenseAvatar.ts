'use client'
import type { Avatar, AvatarError } from '@greenapi/avatar-core/protocol'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { UseSuspenseQueryResult } from '@tanstack/react-query'
import { useAvatarScope } from '../scope/AvatarScope.js'
import { avatarOptions } from '../source/avatarOptions.js'
import { resolvedAvatar } from './resolvedAvatar.js'
import type { AvatarHookQuery } from './useAvatar.js'

/** The options of {@link useSuspenseAvatar}. */
export interface UseSuspenseAvatarOptions {
  /** TanStack Query options for this observer. */
  query?: Omit<AvatarHookQuery, 'throwOnError'> | undefined
}

/**
 * The avatar of one chat; suspends until there is an answer, and throws the `AvatarError` to the nearest error boundary.
 * It always asks, wherever the component is on the page.
 *
 * @throws Error without an `<AvatarProvider>`.
 * @example
 * ```tsx
 * const { data } = useSuspenseAvatar(chatId)
 * ```
 */
export function useSuspenseAvatar(
  chatId: string,
  { query }: UseSuspenseAvatarOptions = {},
): UseSuspenseQueryResult<Avatar, AvatarError> {
  const { client, queryClient } = useAvatarScope()
  const { enabled: _, throwOnError: __, ...options } = avatarOptions(client, chatId)
  return useSuspenseQuery(
    { ...options, ...query, select: (avatar) => resolvedAvatar(client, avatar) },
    queryClient,
  )
}
