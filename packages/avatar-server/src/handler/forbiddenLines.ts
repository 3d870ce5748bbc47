import type { WireAnswer } from '@greenapi/avatar-core/protocol'
import type { Budgets } from '../access/budgets.js'
import type { Wanted } from '../engine/lookUpMany.js'
import type { Instance } from '../instances/createInstance.js'
import { concealedLine, failureLine } from './wire.js'

/** Answers for chats that the caller may not see. To be called before the caller pays for them. */
export type ForbiddenLines = (
  forbidden: readonly Wanted[],
  payer: string,
  instance: Instance,
) => ReadonlyMap<Wanted, WireAnswer>

const NO_LINES: ReadonlyMap<Wanted, WireAnswer> = new Map()

/**
 * Concealed they are what chats without a picture are. While nothing can be asked that is a failure for a chat that nobody has
 * asked for; one that was asked for before would have been known.
 */
export function createForbiddenLines(
  concealedForMs: number | undefined,
  budgets: Budgets | undefined,
): ForbiddenLines {
  return (forbidden, payer, instance) => {
    if (forbidden.length === 0) return NO_LINES
    const refusal = concealedForMs === undefined ? undefined : instance.refusal()
    const lineOf = ({ sent, chatId }: Wanted): WireAnswer => {
      if (concealedForMs === undefined) return failureLine(sent, { code: 'forbidden' })
      const isKnown = instance.engine.known(chatId) !== undefined || budgets?.hasPaid(payer, chatId) === true
      if (refusal === undefined || isKnown) return concealedLine(sent, concealedForMs)
      return failureLine(sent, refusal)
    }
    return new Map(forbidden.map((one) => [one, lineOf(one)]))
  }
}
