import type { AvatarClient } from '@greenapi/avatar-core'
import type { Avatar, AvatarError } from '@greenapi/avatar-core/protocol'
import { avatarQueryOptions } from '@greenapi/avatar-core/query'
import type { AvatarQueryKey, AvatarQueryOptions } from '@greenapi/avatar-core/query'
import type { Query } from '@tanstack/react-query'

/** The query of one chat's avatar, as the hooks of this package observe it. */
export interface ObservedAvatarOptions extends AvatarQueryOptions {
  refetchInterval: (query: Query<Avatar, AvatarError, Avatar, AvatarQueryKey>) => number
}

/**
 * `avatarQueryOptions`, and a timer: an answer that turns stale while somebody looks at it is asked again, once. (The
 * query library asks again on mount, focus and reconnect only.) What is stale already has no time left and sets no timer, so
 * a failure keeps the old answer and is not repeated.
 */
export function avatarOptions(client: AvatarClient, chatId: string | undefined): ObservedAvatarOptions {
  const options = avatarQueryOptions(client, chatId)
  return {
    ...options,
    refetchInterval: (query) => query.state.dataUpdatedAt + options.staleTime(query) - Date.now(),
  }
}
