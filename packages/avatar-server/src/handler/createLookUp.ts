import { AvatarError, type ChatId, type WireAnswer } from '@greenapi/avatar-core/protocol'
import type { Authorizer } from '../access/authorize.js'
import type { Budgets } from '../access/budgets.js'
import { addressKey, clientAddress } from '../access/clientAddress.js'
import { type Groups, mapGroups } from '../engine/createGroups.js'
import { type Answered, type LookUps, type Wanted, lookUpMany } from '../engine/lookUpMany.js'
import type { Instances } from '../instances/createInstances.js'
import type { ResolvedOptions } from '../options.js'
import type { PlainRequest, PlainResponse } from './plain.js'
import { problem } from './problem.js'
import { readIds } from './readIds.js'
import type { InstanceNamer } from './nameInstance.js'
import { forbiddenLine, toWire } from './wire.js'

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
      readonly rest: Groups<readonly WireAnswer[]> | undefined
      /** Whether every answer is a fresh one from the cache; `undefined` where nobody may know. */
      readonly cache: 'hit' | 'stale' | 'miss' | undefined
    }

export interface LookUpDeps {
  readonly resolved: ResolvedOptions
  readonly instances: Instances
  readonly authorize: Authorizer
  readonly budgets: Budgets | undefined
  readonly nameInstance: InstanceNamer
}

/** From a question to its lines: permission, budget, cache, upstream, in this order. */
export type LookUp = (request: PlainRequest, question: Question) => Promise<LookUpResult>

export function createLookUp(deps: LookUpDeps): LookUp {
  const { resolved, instances, authorize, budgets, nameInstance } = deps
  const { clock, messenger, lookUpDeadlineMs, trustProxy, onEvent: emit } = resolved
  const concealedForMs = resolved.concealAccounts ? resolved.lifetimes.noneMs : undefined

  const refused = (error: AvatarError): LookUpResult => {
    emit?.({ type: 'refused', code: error.code })
    return { kind: 'refused', response: problem(error) }
  }

  return async (request, question) => {
    const { wanted, invalid } = readIds(question.chatIds, { refresh: question.refresh, messenger })
    const ip = clientAddress(request, trustProxy)
    const permission = await authorize(request, chatIdsOf(wanted), ip)
    if (permission.kind === 'refused') return permission

    const named = await nameInstance(request, ip)
    if (typeof named !== 'string') return refused(named)
    const subject =
      permission.subject === undefined ? `address ${addressKey(ip)}` : `subject ${permission.subject}`
    const payer = `${named} ${subject}`
    const waitMs = await budgets?.spendRequest(payer)
    if (waitMs !== undefined) return refused(new AvatarError('rate_limited', { retryAfterMs: waitMs }))

    const lines: WireAnswer[] = [...invalid]
    const { chatIds: allowed } = permission
    const seen = allowed === undefined ? wanted : wanted.filter(({ chatId }) => allowed.has(chatId))
    if (seen !== wanted) {
      for (const { sent, chatId } of wanted) {
        if (allowed?.has(chatId) === false) lines.push(forbiddenLine(sent, concealedForMs))
      }
    }
    const unpaid = await budgets?.spendChatIds(payer, seen)
    const paid = unpaid === undefined ? seen : seen.filter(({ chatId }) => !unpaid.refused.has(chatId))
    if (unpaid !== undefined) {
      emit?.({ type: 'refused', code: 'rate_limited' })
      for (const { sent, chatId } of seen) {
        if (!unpaid.refused.has(chatId)) continue
        lines.push({ chatId: sent, status: 'error', code: 'rate_limited', retryAfterMs: unpaid.retryAfterMs })
      }
    }
    if (paid.length === 0) return { kind: 'lines', ready: lines, rest: undefined, cache: undefined }

    const opened = instances.get(named, request.env)
    const instance = opened instanceof Promise ? await opened.catch(toAvatarError) : opened
    if (instance instanceof AvatarError) {
      const { code, retryAfterMs } = instance
      for (const { sent } of paid) lines.push({ chatId: sent, status: 'error', code, retryAfterMs })
      return { kind: 'lines', ready: lines, rest: undefined, cache: undefined }
    }

    const found = lookUpMany(paid, {
      engine: instance.engine,
      clock,
      subject,
      waitMs: question.waitMs,
      deadlineMs: lookUpDeadlineMs,
      waitUntil: request.waitUntil,
      signal: () => request.signal,
    })
    const wire = (answered: Answered): WireAnswer =>
      toWire(answered, { instance, now: clock.now(), concealedForMs })
    for (const answered of found.ready) lines.push(wire(answered))
    return {
      kind: 'lines',
      ready: lines,
      rest: found.rest === undefined ? undefined : mapGroups(found.rest, (group) => group.map(wire)),
      cache: concealedForMs === undefined ? cacheOutcome(found, clock.now()) : undefined,
    }
  }
}

function chatIdsOf(wanted: readonly Wanted[]): readonly ChatId[] {
  const first = wanted[0]
  if (wanted.length === 1 && first !== undefined) return [first.chatId]
  return [...new Set(wanted.map(({ chatId }) => chatId))]
}

function cacheOutcome({ ready, rest }: LookUps, now: number): 'hit' | 'stale' | 'miss' {
  if (rest !== undefined) return 'miss'
  const isFresh = ({ outcome }: Answered): boolean =>
    outcome.kind !== 'answer' || (outcome.entry.known?.freshUntilMs ?? 0) > now
  return ready.every(isFresh) ? 'hit' : 'stale'
}

function toAvatarError(error: unknown): AvatarError {
  return error instanceof AvatarError ? error : new AvatarError('internal')
}
