import type { WireAnswer } from '@greenapi/avatar-core/protocol'
import { type Groups, mapGroups } from '../engine/createGroups.js'
import { type Answered, type LookUps, latePending, lookUpMany } from '../engine/lookUpMany.js'
import type { PlainRequest, PlainResponse } from '../http/plain.js'
import type { ResolvedOptions } from '../options.js'
import type { Admit } from './createAdmission.js'
import { readIds } from './readIds.js'
import { toWire } from './wire.js'

/** What a request wants to know. */
export interface Question {
  readonly chatIds: readonly string[]
  readonly refresh: readonly string[]
  readonly waitMs?: number | undefined
}

export type LookUpResult =
  | { readonly kind: 'refused'; readonly response: PlainResponse }
  | {
      readonly kind: 'lines'
      readonly ready: readonly WireAnswer[]
      readonly rest?: Groups<readonly WireAnswer[]> | undefined
      /** Where the answers came from; `undefined` where nobody may know. */
      readonly cache?: 'hit' | 'stale' | 'miss' | undefined
    }

export interface LookUpDeps {
  readonly resolved: ResolvedOptions
  readonly admit: Admit
  /** The one lifetime of all answers that must not be told apart; `undefined` when they may. */
  readonly concealedForMs: number | undefined
}

/** From a question to its lines: permission, budget, cache, upstream, in this order. */
export type LookUp = (request: PlainRequest, question: Question) => Promise<LookUpResult>

export function createLookUp({ resolved, admit, concealedForMs }: LookUpDeps): LookUp {
  const { clock, messenger, lookUpDeadlineMs } = resolved

  return async (request, question) => {
    const { wanted, invalid } = readIds(question.chatIds, { refresh: question.refresh, messenger })
    const admission = await admit(request, wanted)
    if (admission.kind === 'refused') return admission
    const lines: WireAnswer[] = [...invalid, ...admission.lines]
    if (admission.kind === 'answered') return { kind: 'lines', ready: asAsked(lines, question) }

    const { instance } = admission
    const found = lookUpMany(admission.wanted, {
      engine: instance.engine,
      clock,
      subject: admission.subject,
      waitMs: question.waitMs,
      late: latePending,
      deadlineMs: lookUpDeadlineMs,
      waitUntil: request.waitUntil,
      signal: () => request.signal,
    })
    const wire = (answered: Answered): WireAnswer =>
      toWire(answered, { instance, now: clock.now(), concealedForMs })
    for (const answered of found.ready) lines.push(wire(answered))
    return {
      kind: 'lines',
      ready: asAsked(lines, question),
      rest: found.rest && mapGroups(found.rest, (group) => group.map(wire)),
      cache: concealedForMs === undefined ? cacheOutcome(found, clock.now()) : undefined,
    }
  }
}

function cacheOutcome({ ready, rest }: LookUps, now: number): 'hit' | 'stale' | 'miss' {
  if (rest !== undefined) return 'miss'
  const isFresh = ({ outcome }: Answered): boolean =>
    outcome.kind !== 'answer' || (outcome.entry.known?.freshUntilMs ?? 0) > now
  return ready.every(isFresh) ? 'hit' : 'stale'
}

/** In the order of the question: another one would tell which lines were made by whom. */
function asAsked(lines: WireAnswer[], { chatIds }: Question): readonly WireAnswer[] {
  if (lines.length < 2) return lines
  const places = new Map(chatIds.map((chatId, place) => [chatId, place]))
  const placeOf = ({ chatId }: WireAnswer): number => places.get(chatId) ?? 0
  return lines.sort((a, b) => placeOf(a) - placeOf(b))
}
