import type { WireAnswer } from '@greenapi/avatar-core/protocol'
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
  if (outcome.kind === 'failure') {
    return { chatId, status: 'error', code: outcome.code, ...retryAfter(outcome.retryAfterMs) }
  }
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
  if (concealedForMs !== undefined) return concealed(chatId, concealedForMs)
  return { chatId, status, freshForMs: freshForMs(outcome.entry, Infinity, now) }
}

/** What a chat that the caller may not see looks like. */
export function forbiddenLine(chatId: string, concealedForMs: number | undefined): WireAnswer {
  if (concealedForMs !== undefined) return concealed(chatId, concealedForMs)
  return { chatId, status: 'error', code: 'forbidden' }
}

function concealed(chatId: string, forMs: number): WireAnswer {
  return { chatId, status: 'none', freshForMs: forMs }
}

function retryAfter(ms: number | undefined): { retryAfterMs?: number } {
  return ms === undefined ? {} : { retryAfterMs: Math.ceil(ms) }
}
