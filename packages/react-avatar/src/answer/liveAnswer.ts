import type { Avatar, AvatarError } from '@greenapi/avatar-core/protocol'
import { QueryObserver } from '@tanstack/react-query'
import type { NearGate } from '../scope/nearGate.js'
import type { Repair } from '../scope/repairs.js'
import type { AvatarClient } from '@greenapi/avatar-core'
import type { QueryClient } from '@tanstack/react-query'
import { avatarOptions } from './avatarOptions.js'

/** An answer, a failure, `'pending'` while it is asked for, or undefined as long as nobody asks. */
export type Answer = Avatar | AvatarError | Error | 'pending' | undefined

/** What all live answers share. */
export interface LiveSource {
  client: AvatarClient
  queryClient: QueryClient
  gate: NearGate
  repair: Repair
  /** True while a persisted cache is being read: nothing is asked until it is there. */
  restoring: boolean
}

/** One avatar's view on the cache: observes its query only while the element is near the viewport. */
export interface LiveAnswer {
  /** The chat id in its canonical form, where it has one. */
  id: string
  get: () => Answer
  subscribe: (onChange: () => void) => () => void
  /** Takes the element whose place decides. */
  ref: (element: Element | null) => void
  repair: (restart: () => void) => () => void
}

/**
 * Makes the view. Far from the viewport it costs one look into the cache: no query, no observer, no request. Coming near
 * and going far re-renders nothing by itself, only what it changes in the answer does.
 */
export function createLiveAnswer(source: LiveSource, chatId: string | undefined, eager: boolean): LiveAnswer {
  const { client, queryClient, gate } = source
  const options = avatarOptions(client, chatId)
  const { queryKey } = options
  let element: Element | null = null
  let onChange: (() => void) | undefined
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
    onChange?.()
  }
  const setActive = (active: boolean): void => {
    stop?.()
    stop = undefined
    if (active && chatId !== undefined) {
      // A failure that no repetition can cure is not asked again by every mount.
      const retryOnMount = !(current instanceof Error && 'retryable' in current && !current.retryable)
      stop = new QueryObserver(queryClient, { ...options, retryOnMount }).subscribe(update)
    }
    update()
  }
  const watch = (): void => {
    leave?.()
    if (eager || !element) setActive(true)
    else leave = gate.observe(element, setActive)
  }

  return {
    id: String(queryKey[2]),
    get: () => current,
    subscribe(listener) {
      onChange = listener
      if (!source.restoring) watch()
      return () => {
        onChange = undefined
        leave?.()
        setActive(false)
      }
    },
    ref(next) {
      if (!next || next === element) return
      element = next
      if (onChange && !source.restoring) watch()
    },
    repair: (restart) =>
      source.repair(
        { queryKey, url: typeof current === 'object' && 'url' in current ? current.url : '' },
        restart,
      ),
  }
}
