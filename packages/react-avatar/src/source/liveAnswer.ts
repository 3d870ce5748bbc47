import type { Avatar, AvatarError } from '@greenapi/avatar-core/protocol'
import { QueryObserver } from '@tanstack/react-query'
import type { Answer, AvatarSource } from './AvatarSource.js'
import { avatarOptions } from './avatarOptions.js'

/** Whose avatar is looked at, and how. */
export interface LiveOptions {
  chatId: string | undefined
  /** Asks wherever the element is. */
  eager: boolean
  /** While a persisted cache is being read nothing is asked. */
  restoring: boolean
  onChange: () => void
}

/** One avatar's view on the cache: observes its query only while the element is near the viewport. */
export interface LiveAnswer {
  /** The chat id in its canonical form, where it has one. */
  id: string
  get: () => Answer
  /** How often the same picture was tried again. */
  attempts: () => number
  /** Takes the element whose place decides; without one nothing is observed. */
  ref: (element: Element | null) => void
  /**
   * Takes an element for as long as the picture is failed, and tries to bring it back: asks the backend once for each failed
   * url whether the picture has moved, however often its avatars mount again. A new url goes into the cache; the same one,
   * good again, is another attempt. So is the network's coming back; being offline never spends the one question.
   */
  failedRef: (element: Element | null) => void
}

const IDLE: Answer = { status: 'idle' }
const PENDING: Answer = { status: 'pending' }
const FAILED: Answer = { status: 'error' }

/** How many failed urls are remembered. */
const MAX_URLS = 1000

/**
 * Makes the view. Far from the viewport it costs one look into the cache: no query, no observer, no request, no effect.
 * Coming near and going far calls `onChange` only for what it changes in the answer.
 */
export function createLiveAnswer(
  { client, queryClient, gate, asked }: AvatarSource,
  { chatId, eager, restoring, onChange }: LiveOptions,
): LiveAnswer {
  const options = avatarOptions(client, chatId)
  const { queryKey } = options
  const id = String(queryKey[2])
  let attempts = 0
  let error: AvatarError | null | undefined
  let leave: (() => void) | undefined
  let stop: (() => void) | undefined
  let failure: AbortController | undefined

  const read = (): Answer => {
    const state = queryClient.getQueryState<Avatar, AvatarError>(queryKey)
    error = state?.error
    return state?.data ?? (error ? FAILED : stop ? PENDING : IDLE)
  }
  let current = read()
  const update = (): undefined => {
    const before = current
    current = read()
    if (current !== before) onChange()
  }
  const setActive = (active: boolean): undefined => {
    stop?.()
    // A failure that no repetition can cure is not asked again by every mount.
    const retryOnMount = error?.retryable !== false
    stop = active ? new QueryObserver(queryClient, { ...options, retryOnMount }).subscribe(update) : undefined
    update()
  }

  return {
    id,
    get: () => current,
    attempts: () => attempts,
    ref(element) {
      leave?.()
      leave =
        element && chatId !== undefined && !restoring ? gate(element, setActive, eager) : setActive(false)
    },
    failedRef(element) {
      failure?.abort()
      if (!element) return
      failure = new AbortController()
      const { signal } = failure
      const { url = '' } = current
      const again = (): void => {
        if (signal.aborted) return
        attempts++
        onChange()
      }
      addEventListener('online', again, { signal })
      if (!navigator.onLine) return
      if (!asked.has(url)) {
        if (asked.size >= MAX_URLS) asked.clear()
        asked.set(
          url,
          client.getAvatar(id, { refresh: true }).then(
            (avatar) => {
              asked.set(url, undefined)
              queryClient.setQueryData(queryKey, avatar)
              return 'url' in avatar && avatar.url === url
            },
            () => false,
          ),
        )
      }
      void asked.get(url)?.then((isGood) => isGood && again())
    },
  }
}
