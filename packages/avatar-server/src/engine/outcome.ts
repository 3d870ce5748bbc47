import type { AvatarErrorCode } from '@greenapi/avatar-core/protocol'
import type { CacheEntry } from './cacheEntry.js'

/** What a look-up of one chat comes to, before it is put in the words of the wire. */
export type Outcome =
  /** `entry.known` is there; whether it is still fresh is for the clock to say. `bytes`: the picture, if it came along. */
  | { readonly kind: 'answer'; readonly entry: CacheEntry; readonly bytes?: Uint8Array | undefined }
  | {
      readonly kind: 'failure'
      readonly code: AvatarErrorCode
      readonly retryAfterMs?: number | undefined
    }
  /** Not known yet; the look-up goes on, and asking again shortly will find it. */
  | { readonly kind: 'pending'; readonly retryAfterMs: number }

export type Listener = (outcome: Outcome) => void

/** How the cache answered: `joined` waited for a call that was under way already, `failure` is a remembered one. */
export type CacheOutcome = 'fresh' | 'stale' | 'miss' | 'joined' | 'failure'
