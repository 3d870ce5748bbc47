import type { AvatarClient } from '@greenapi/avatar-core'
import type { Avatar } from '@greenapi/avatar-core/protocol'
import type { AvatarQueryKey } from '@greenapi/avatar-core/query'
import type { QueryClient } from '@tanstack/react-query'

/** A picture that could not be loaded. */
export interface FailedPicture {
  queryKey: AvatarQueryKey
  /** The url as it is in the query's data. */
  url: string
}

/** Tries to bring a failed picture back; calls `restart` when the same url is worth another try. Returns how to stop. */
export type Repair = (failed: FailedPicture, restart: () => void) => () => void

/** How many failed urls are remembered. */
const MAX_URLS = 1000

/**
 * Asks the backend once for each failed url whether the picture has moved, however often its avatars mount again. A new
 * url goes into the cache and reaches the avatar as data. What failed is tried again when the network comes back; being
 * offline never spends the one question.
 */
export function createRepair(client: Pick<AvatarClient, 'getAvatar'>, queryClient: QueryClient): Repair {
  // undefined: asked and answered.
  const asked = new Map<string, Promise<Avatar> | undefined>()
  return ({ queryKey, url }, restart) => {
    let wanted = true
    const again = (): void => {
      if (wanted) restart()
    }
    if (navigator.onLine) {
      if (!asked.has(url)) {
        if (asked.size >= MAX_URLS) asked.clear()
        asked.set(
          url,
          client.getAvatar(queryKey[2] ?? '', { refresh: true }).then((avatar) => {
            queryClient.setQueryData(queryKey, avatar)
            return avatar
          }),
        )
      }
      asked
        .get(url)
        ?.then(
          (avatar) => avatar.status === 'found' && avatar.url === url && again(),
          () => {},
        )
        .finally(() => asked.set(url, undefined))
    }
    addEventListener('online', again)
    return () => {
      wanted = false
      removeEventListener('online', again)
    }
  }
}
