import type { Avatar, AvatarError } from '@greenapi/avatar-core/protocol'
import { avatarQueryKey } from '@greenapi/avatar-core/query'
import { QueryObserver } from '@tanstack/react-query'
import type { QueryState } from '@tanstack/react-query'
import type { Answer, AvatarSource } from './AvatarSource.js'
import { avatarOptions } from './avatarOptions.js'

/** Whose avatar is looked at, and how. */
export interface LiveOptions {
  chatId: string | undefined
  /** Asks wherever the element is. */
  eager: boolean
  onChange: () => void
}

/** One avatar's view on the cache: observes its query only while the element is near the viewport. */
export interface LiveAnswer {
  /** The chat id in its canonical form, where it has one. */
  id: string
  get: () => Answer
  /** Another one for each chat, and for each time that the same picture is tried again. */
  run: () => string
  /** Takes the element whose place decides; without one nothing is observed. */
  ref: (element: Element | null) => void
  /**
   * Takes an element for as long as the picture is failed, and tries to bring it back: asks the backend once for each failed
   * url whether the picture has moved, however often its avatars mount again. A new url goes into the cache; the same one,
   * answered anew, is another attempt. So is the network's coming back; being offline never spends the one question.
   */
  failedRef: (element: Element | null) => void
}

/** How many failed urls are remembered. */
const MAX_URLS = 1000

/**
 * Makes the view. Far from the viewport it costs one look into the cache: no query, no observer, no request, no effect.
 * Coming near and going far calls `onChange` only for what it changes in the answer.
 */
export function createLiveAnswer(
  { client, queryClient, gate, asked }: AvatarSource,
  { chatId, eager, onChange }: LiveOptions,
): LiveAnswer {
  const queryKey = avatarQueryKey(client, chatId)
  const id = String(queryKey[2])
  let attempts = 0
  let isFailed = false
  let leave: (() => void) | undefined
  let stop: (() => void) | undefined

  let state: QueryState<Avatar, AvatarError> | undefined
  let current: Answer
  const look = (): void => {
    state = queryClient.getQueryState<Avatar, AvatarError>(queryKey)
    current = state?.data ?? { status: state?.error ? 'error' : stop ? 'pending' : 'idle' }
  }
  look()

  const attempt = (): void => {
    attempts++
    onChange()
  }
  const update = (): undefined => {
    const before = current
    const count = state?.dataUpdateCount
    look()
    if (isFailed && count !== state?.dataUpdateCount) attempt()
    else if (current.status !== before.status || current.url !== before.url) onChange()
  }
  const setActive = (active: boolean): undefined => {
    stop?.()
    // A failure that no repetition can cure is not asked again by every mount.
    const retryOnMount = state?.error?.retryable !== false
    stop = active
      ? new QueryObserver(queryClient, { ...avatarOptions(client, chatId), retryOnMount }).subscribe(update)
      : undefined
    update()
  }

  return {
    id,
    get: () => current,
    run: () => `${id} ${attempts}`,
    ref(element) {
      leave?.()
      leave = element && chatId !== undefined ? gate(element, setActive, eager) : setActive(false)
    },
    failedRef(element) {
      removeEventListener('online', attempt)
      isFailed = !!element
      if (!element) return
      addEventListener('online', attempt)
      const { url = '' } = current
      if (!navigator.onLine || asked.has(url)) return
      if (asked.size >= MAX_URLS) asked.clear()
      asked.add(url)
      const renew = (avatar: Avatar): unknown => queryClient.setQueryData(queryKey, avatar)
      client.getAvatar(id, { refresh: true }).then(renew, () => {})
    },
  }
}
