import type { DataTag } from '@tanstack/query-core'
import type { AvatarClient } from '../client/AvatarClient.js'
import type { Avatar } from '../protocol/Avatar.js'

/** Key of one avatar in the query cache: identity only. The chat id is canonical where it is valid. */
export type AvatarQueryKey = DataTag<
  readonly [root: 'whatsapp-avatar', scope: string, chatId: string | undefined],
  Avatar
>

/**
 * The key under which `avatarQueryOptions` keeps an avatar. Every form of one chat id has the same key. Never throws: an invalid
 * id is taken as it is.
 *
 * @example
 * queryClient.invalidateQueries({ queryKey: avatarQueryKey(client, '5521999990000@c.us') })
 */
export function avatarQueryKey(
  client: Pick<AvatarClient, 'scope' | 'normalize'>,
  chatId: string | undefined,
): AvatarQueryKey {
  let canonical = chatId
  try {
    if (chatId !== undefined) canonical = client.normalize(chatId)
  } catch {}
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the tag lives in types only
  return ['whatsapp-avatar', client.scope, canonical] as unknown as AvatarQueryKey
}
