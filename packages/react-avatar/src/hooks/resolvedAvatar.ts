import type { AvatarClient } from '@greenapi/avatar-core'
import type { Avatar } from '@greenapi/avatar-core/protocol'

/** The answer with a url that a page can use; the cache keeps the one that came, which holds on every host. */
export const resolvedAvatar = (client: Pick<AvatarClient, 'resolveUrl'>, avatar: Avatar): Avatar =>
  avatar.status === 'found' ? { ...avatar, url: client.resolveUrl(avatar.url) } : avatar
