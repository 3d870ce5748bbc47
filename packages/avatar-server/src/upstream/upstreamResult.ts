import type { AvatarError } from '@greenapi/avatar-core/protocol'

/**
 * What a failure is about, which decides who reacts to it:
 * - `chat`: this chat alone; it is not asked again for a while.
 * - `rate`: too many calls; the dispatcher slows down.
 * - `method`: every further call of this method would meet it; the breaker opens.
 * - `outage`: the service as a whole; many in a row open the breaker.
 * - `connection`: the call most likely never arrived; it may be made again, in its turn.
 */
export type FailureScope = 'chat' | 'rate' | 'method' | 'outage' | 'connection'

export type UpstreamResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: AvatarError; readonly scope: FailureScope }
