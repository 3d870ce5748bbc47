import type { AvatarErrorCode } from '@greenapi/avatar-core/protocol'
import type { UpstreamMethod } from './credentials.js'
import type { CacheOutcome } from './engine/outcome.js'
import type { PictureEvent } from './pictures/types.js'
import type { BreakerState } from './rate/breaker.js'

/** Things that happen, for logs and metrics. No event holds a token, a phone number, a chat id or an url. */
export type AvatarServerEvent =
  | PictureEvent
  | {
      /** A call to GREEN-API ended. */
      readonly type: 'upstream'
      readonly instance: string
      readonly method: UpstreamMethod
      readonly outcome: 'found' | 'none' | 'hidden' | 'no_account' | 'account' | AvatarErrorCode
      readonly durationMs: number
      readonly background: boolean
    }
  | { readonly type: 'cache'; readonly instance: string; readonly outcome: CacheOutcome }
  | {
      readonly type: 'breaker'
      readonly instance: string
      readonly method: UpstreamMethod
      readonly state: BreakerState
    }
  | {
      /** The upstream answered 429: the instance pauses and goes on slower. */
      readonly type: 'slowed_down'
      readonly instance: string
      readonly method: UpstreamMethod
    }
  | {
      /** A look-up was turned away before it cost a call. */
      readonly type: 'refused'
      readonly instance?: string
      readonly code: AvatarErrorCode
    }
  | {
      /** Something of the app or of its configuration failed; `message` says what to do. */
      readonly type: 'problem'
      readonly where: 'authorize' | 'resolveInstance' | 'credentials' | 'trustProxy' | 'handler'
      readonly message: string
      /** What the app's own function threw. It is the app's: what it holds, this package does not know. */
      readonly error?: unknown
    }

export type EventSink = (event: AvatarServerEvent) => void

/** A sink that cannot throw; without a listener, `undefined`, so that callers need not build events at all. */
export function createEventSink(onEvent: EventSink | undefined): EventSink | undefined {
  if (onEvent === undefined) return undefined
  return (event) => {
    try {
      onEvent(event)
    } catch {
      // A listener that throws must not take an answer away from anybody.
    }
  }
}
