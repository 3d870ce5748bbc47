import 'server-only'
import { avatarQueryOptions, createAvatarClient } from '@greenapi/react-avatar'
import { dehydrate, QueryClient } from '@tanstack/react-query'
import type { DehydratedState } from '@tanstack/react-query'
import { avatars } from '@/lib/avatars'

interface PrefetchOptions {
  /** As the `scope` of `<AvatarProvider>`. */
  readonly scope: string
  /** 0: what this server knows already, without asking WhatsApp. More: how many milliseconds the rest may take. */
  readonly maxWaitMs: number
}

/**
 * Answers for `<HydrationBoundary state>`: these avatars are part of the server's HTML, and the browser does not ask for them.
 * What is not known in time is left out; the browser asks for it when it comes into view.
 *
 * Pass only chats that the user may see: `lookup` asks nobody for permission.
 */
export async function prefetchAvatars(
  chatIds: readonly string[],
  { scope, maxWaitMs }: PrefetchOptions,
): Promise<DehydratedState> {
  const queryClient = new QueryClient()
  const client = createAvatarClient({
    scope,
    transport: (ids, options) => avatars.lookup(ids, { ...options, maxWaitMs }),
  })
  await Promise.allSettled(chatIds.map((chatId) => queryClient.query(avatarQueryOptions(client, chatId))))
  return dehydrate(queryClient)
}
