import type { Avatar, AvatarError } from '@greenapi/avatar-core/protocol'
import { avatarQueryKey } from '@greenapi/avatar-core/query'
import type { AvatarQueryKey } from '@greenapi/avatar-core/query'
import { QueryObserver } from '@tanstack/react-query'
import type { Query, QueryState } from '@tanstack/react-query'
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
  readonly id: string
  readonly answer: Answer
  /** Another one for each chat, and for each time that the same picture is tried again. */
  readonly key: string
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
  // What the query library makes of such a key, in a tenth of its time: a list has thousands.
  const { queryKeyHashFn = JSON.stringify } = queryClient.getDefaultOptions().queries ?? {}
  let query: Query<Avatar, AvatarError, Avatar, AvatarQueryKey> | undefined = queryClient
    .getQueryCache()
    .get(queryKeyHashFn(queryKey))
  let attempts = 0
  let isFailed = false
  let state: QueryState<Avatar, AvatarError> | undefined
  let present: Element | null | undefined
  let watched: Element | null | undefined
  let leave: (() => void) | undefined
  let stop: (() => void) | undefined

  const look = (): Answer => {
    state = query?.state
    return state?.data ?? { status: state?.error ? 'error' : stop ? 'pending' : 'idle' }
  }
  const attempt = (): void => {
    live.key = `${id} ${++attempts}`
    onChange()
  }
  const update = (): void => {
    const { status, url } = live.answer
    const count = state?.dataUpdateCount
    live.answer = look()
    if (isFailed && count !== state?.dataUpdateCount) attempt()
    else if (status !== live.answer.status || url !== live.answer.url) onChange()
  }
  const setActive = (active: boolean): void => {
    if (active === !!stop) return
    stop?.()
    stop = undefined
    if (active) {
      // A failure that no repetition can cure is not asked again by every mount.
      const retryOnMount = state?.error?.retryable !== false
      const observer = new QueryObserver(queryClient, { ...avatarOptions(client, chatId), retryOnMount })
      query = observer.getCurrentQuery()
      stop = observer.subscribe(update)
    }
    update()
  }

  // React takes an element away and gives it back where another ref joins ours: that is no reason to ask again.
  const follow = (): void => {
    if (present === watched) return
    leave?.()
    setActive(false)
    watched = present
    leave = present && chatId !== undefined ? gate(present, setActive, eager) : undefined
  }

  const live = {
    id,
    key: id,
    answer: look(),
    ref(element: Element | null): void {
      present = element
      if (element) follow()
      else queueMicrotask(follow)
    },
    failedRef(element: Element | null): void {
      removeEventListener('online', attempt)
      isFailed = !!element
      if (!element) return
      addEventListener('online', attempt)
      const { url = '' } = live.answer
      if (!navigator.onLine || asked.has(url)) return
      if (asked.size >= MAX_URLS) asked.clear()
      asked.add(url)
      const renew = (avatar: Avatar): unknown => queryClient.setQueryData(queryKey, avatar)
      client.getAvatar(id, { refresh: true }).then(renew, () => {})
    },
  }
  return live
}
