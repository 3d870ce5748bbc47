import type { QueryFunction, QueryObserverOptions } from '@tanstack/query-core'
import type { AvatarClient } from '../client/AvatarClient.js'
import type { Avatar } from '../protocol/Avatar.js'
import type { AvatarError } from '../protocol/AvatarError.js'
import { avatarQueryKey } from './avatarQueryKey.js'
import type { AvatarQueryKey } from './avatarQueryKey.js'

const MIN_STALE_MS = 30_000
/** Timers run at once above 2^31 - 1 ms, and TanStack adds one. */
const MAX_TIMER_MS = 2 ** 31 - 2
const DAY_MS = 86_400_000
const RETRY_LIMIT = 3
const FIRST_RETRY_MS = 1000
const MAX_BACK_OFF_MS = 30_000

/** The options of one avatar query: plain data, for every hook and method of TanStack Query that takes query options. */
export interface AvatarQueryOptions extends Pick<
  QueryObserverOptions<Avatar, AvatarError, Avatar, Avatar, AvatarQueryKey>,
  'gcTime' | 'throwOnError'
> {
  queryKey: AvatarQueryKey
  queryFn: QueryFunction<Avatar, AvatarQueryKey>
  enabled: boolean
  staleTime: (query: { state: { data: Avatar | undefined } }) => number
  retry: (failureCount: number, error: AvatarError) => boolean
  retryDelay: (failureCount: number, error: AvatarError) => number
  structuralSharing: true
}

/**
 * Query options for the avatar of one chat.
 *
 * - Stale after the answer's own `freshForMs` (at least 30 s), kept for 24 h in browsers after the last use.
 * - Retried at most 3 times, only where the error is `retryable`, after `retryAfterMs` or else after 1, 2 and 4 s; never on
 *   a server, where a page would wait for it.
 * - Without a chat id (`undefined`) the query is disabled. An invalid one fails with `invalid_chat_id`, without a request.
 *
 * Building the options never throws and starts nothing.
 *
 * @example
 * const { data } = useQuery(avatarQueryOptions(client, '5521999990000@c.us'))
 * const results = useQueries({ queries: chatIds.map((chatId) => avatarQueryOptions(client, chatId)) })
 */
export function avatarQueryOptions(client: AvatarClient, chatId: string | undefined): AvatarQueryOptions {
  // On a server a timer of a day would keep the process up, and no page should wait for another try.
  const isServer = typeof window === 'undefined'
  return {
    queryKey: avatarQueryKey(client, chatId),
    queryFn: ({ signal }) => client.getAvatar(chatId ?? '', { signal }),
    enabled: chatId !== undefined,
    staleTime: ({ state: { data } }) =>
      data ? Math.min(Math.max(data.freshForMs, MIN_STALE_MS), MAX_TIMER_MS) : 0,
    ...(isServer ? {} : { gcTime: DAY_MS }),
    retry: (failureCount, error) => !isServer && failureCount < RETRY_LIMIT && error.retryable,
    retryDelay: (failureCount, error) =>
      Math.min(
        error.retryAfterMs ?? Math.min(FIRST_RETRY_MS * 2 ** failureCount, MAX_BACK_OFF_MS),
        MAX_TIMER_MS,
      ),
    structuralSharing: true,
  }
}
