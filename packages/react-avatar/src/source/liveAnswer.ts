import type { AvatarClient } from '@greenapi/avatar-core'
import type { Avatar, AvatarError } from '@greenapi/avatar-core/protocol'
import { QueryObserver } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { NearGate } from './nearGate.js'
import type { Repair } from './repairs.js'
import { avatarOptions } from './avatarOptions.js'

/** What all live answers share. */
export interface LiveSource {
  client: AvatarClient
  queryClient: QueryClient
  gate: NearGate
  repair: Repair
  /** True while a persisted cache is being read: nothing is asked until it is there. */
  restoring: boolean
}

/** An answer, a failure, `'pending'` while it is asked for, or undefined as long as nobody asks. */
export type Answer = Avatar | AvatarError | Error | 'pending' | undefined

/** One avatar's view on the cache: observes its query only while the element is near the viewport. */
export interface LiveAnswer {
  /** The chat id in its canonical form, where it has one. */
  id: string
  get: () => Answer
  /** Takes the element whose place decides; without one nothing is observed. */
  ref: (element: Element | null) => void
  repair: (restart: () => void) => () => void
}

/**
 * Makes the view. Far from the viewport it costs one look into the cache: no query, no observer, no request, no effect.
 * Coming near and going far calls `onChange` only for what it changes in the answer.
 */
export function createLiveAnswer(
  { client, queryClient, gate, repair, restoring }: LiveSource,
  chatId: string | undefined,
  eager: boolean,
  onChange: () => void,
): LiveAnswer {
  const options = avatarOptions(client, chatId)
  const { queryKey } = options
  let leave: (() => void) | undefined
  let stop: (() => void) | undefined

  const read = (): Answer => {
    const state = queryClient.getQueryState<Avatar>(queryKey)
    return state?.data ?? (state?.error || (stop && 'pending') || undefined)
  }
  let current = read()
  const update = (): void => {
    const next = read()
    if (next === current) return
    current = next
    onChange()
  }
  const setActive = (active: boolean): void => {
    stop?.()
    stop = undefined
    if (active) {
      // A failure that no repetition can cure is not asked again by every mount.
      const retryOnMount = !(current instanceof Error && 'retryable' in current && !current.retryable)
      stop = new QueryObserver(queryClient, { ...options, retryOnMount }).subscribe(update)
    }
    update()
  }

  return {
    id: String(queryKey[2]),
    get: () => current,
    ref(element) {
      leave?.()
      leave = undefined
      if (!element) setActive(false)
      else if (chatId !== undefined && !restoring) {
        if (eager) setActive(true)
        else leave = gate.observe(element, setActive)
      }
    },
    repair: (restart) =>
      repair({ queryKey, url: typeof current === 'object' && 'url' in current ? current.url : '' }, restart),
  }
}
