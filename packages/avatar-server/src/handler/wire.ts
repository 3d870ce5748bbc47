import type { AvatarErrorCode, WireAnswer } from '@greenapi/avatar-core/protocol'
import type { Answered } from '../engine/lookUpMany.js'
import { freshForMs } from '../engine/lifetimes.js'
import type { Instance } from '../instances/createInstance.js'

const MINUTE_MS = 60_000
/** Stop handing a picture's url out a little before it dies. */
const URL_MARGIN_MS = 5 * MINUTE_MS

export interface WireOptions {
  readonly instance: Instance
  readonly now: number
  /** The one lifetime of all answers that must not be told apart; `undefined` when they may. */
  readonly concealedForMs: number | undefined
}

/** An outcome in the words of the wire. */
export function toWire({ wanted, outcome }: Answered, options: WireOptions): WireAnswer {
  const { sent: chatId } = wanted
  const { instance, now, concealedForMs } = options
  if (outcome.kind === 'pending') return { chatId, status: 'pending', retryAfterMs: outcome.retryAfterMs }
  if (outcome.kind === 'failure') return failureLine(chatId, outcome)
  const { known } = outcome.entry
  if (known === undefined) return { chatId, status: 'error', code: 'internal' }
  const { status } = known.answer
  if (status === 'found') {
    const picture = instance.urls.urlOf(wanted.chatId, known, now)
    if (picture === undefined) return { chatId, status: 'error', code: 'bad_response' }
    const { sizes } = instance.urls
    const freshMs = freshForMs(outcome.entry, picture.validUntilMs - URL_MARGIN_MS, now)
    return {
      chatId,
      status,
      url: picture.url,
      ...(sizes === undefined ? {} : { sizes }),
      freshForMs: freshMs,
    }
  }
  if (concealedForMs !== undefined) return concealedLine(chatId, concealedForMs)
  return { chatId, status, freshForMs: freshForMs(outcome.entry, Infinity, now) }
}

/** Why there is no answer for this chat. */
export function failureLine(
  chatId: string,
  { code, retryAfterMs }: { readonly code: AvatarErrorCode; readonly retryAfterMs?: number | undefined },
): WireAnswer {
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs: Math.ceil(retryAfterMs) }
  return { chatId, status: 'error', code, ...wait }
}

/** The one answer for everything that must not be told apart. */
export function concealedLine(chatId: string, forMs: number): WireAnswer {
  return { chatId, status: 'none', freshForMs: forMs }
}
