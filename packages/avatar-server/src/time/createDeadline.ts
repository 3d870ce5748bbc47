import type { Clock } from './clock.js'

/** A signal that aborts after a time, or with its parent. */
export interface Deadline {
  readonly signal: AbortSignal
  /** Was it the time, and not the parent? */
  readonly timedOut: boolean
  /** Call on every way out. */
  clear(): void
}

/** Starts a deadline. */
export function createDeadline(clock: Clock, timeoutMs: number, parent: AbortSignal): Deadline {
  const controller = new AbortController()
  let timedOut = false
  const cancel = clock.setTimer(() => {
    timedOut = true
    controller.abort(new DOMException('It took too long.', 'TimeoutError'))
  }, timeoutMs)
  const clear = (): void => {
    cancel()
    parent.removeEventListener('abort', onParent)
  }
  function onParent(): void {
    clear()
    controller.abort(parent.reason)
  }
  if (parent.aborted) onParent()
  else parent.addEventListener('abort', onParent, { once: true })
  return {
    signal: controller.signal,
    get timedOut() {
      return timedOut
    },
    clear,
  }
}
