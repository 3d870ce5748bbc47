import { AvatarError, type ChatId, type WireAnswer, isAvatarError } from '@greenapi/avatar-core/protocol'
import type { Authorizer, Permission } from '../access/authorize.js'
import type { Budgets } from '../access/budgets.js'
import { clientAddress, createAddressKeys } from '../access/clientAddress.js'
import type { Wanted } from '../engine/lookUpMany.js'
import type { PlainRequest, PlainResponse } from '../http/plain.js'
import { problem } from '../http/problem.js'
import type { Instance } from '../instances/createInstance.js'
import type { Instances } from '../instances/createInstances.js'
import type { ResolvedOptions } from '../options.js'
import { createForbiddenLines } from './forbiddenLines.js'
import type { InstanceNamer } from './nameInstance.js'
import { failureLine } from './wire.js'

/** Who asks, which instance, and for which of the chats that may go on. */
export type Admission =
  | { readonly kind: 'refused'; readonly response: PlainResponse }
  /** There is nothing left to look up. */
  | { readonly kind: 'answered'; readonly lines: readonly WireAnswer[] }
  | {
      readonly kind: 'admitted'
      readonly instance: Instance
      /** Takes turns with others in the queue. */
      readonly subject: string
      readonly wanted: readonly Wanted[]
      /** Answers for the chats that may not go on. */
      readonly lines: readonly WireAnswer[]
    }

export type Admit = (request: PlainRequest, wanted: readonly Wanted[]) => Promise<Admission>

export interface AdmissionDeps {
  readonly resolved: ResolvedOptions
  readonly instances: Pick<Instances, 'get' | 'open'>
  readonly authorize: Authorizer
  readonly budgets: Budgets | undefined
  readonly nameInstance: InstanceNamer
  readonly concealedForMs: number | undefined
}

/** Permission first, then the budgets: whoever may not ask spends nothing. */
export function createAdmission(deps: AdmissionDeps): Admit {
  const { instances, authorize, budgets, nameInstance, concealedForMs } = deps
  const { trustProxy, resolveInstance, onEvent: emit, onTrouble } = deps.resolved
  const addressKey = createAddressKeys()
  const forbiddenLines = createForbiddenLines(concealedForMs, budgets)

  const refuse = (error: AvatarError): Admission => {
    emit?.({ type: 'refused', code: error.code })
    return { kind: 'refused', response: problem(error) }
  }

  let hasWarned = false
  /** Behind a proxy that is not told of, all its users share one address, and with it one budget. */
  const warnOfProxy = (request: PlainRequest): void => {
    if (hasWarned || trustProxy !== 0 || request.header('x-forwarded-for') === undefined) return
    hasWarned = true
    onTrouble({
      type: 'problem',
      where: 'trustProxy',
      message:
        '@greenapi/avatar-server: requests come through a proxy, so all its users share one address and one budget. Set trustProxy to the number of your proxies, or return { subject } from authorize.',
    })
  }

  /** Users of two numbers may have one name, so they pay apart; the name is encoded, so that no two payers look alike. */
  const payerOf = (subject: string, name: string): string =>
    resolveInstance === undefined ? subject : `of ${encodeURIComponent(name)} ${subject}`

  /**
   * Who pays for the request itself: an address for all numbers together, and so does a subject while the number is not open.
   * Made-up numbers would otherwise each bring a budget of their own.
   */
  const requestPayer = (permission: Allowed, subject: string, name: string): string =>
    permission.subject === undefined || !instances.open.has(name) ? subject : payerOf(subject, name)

  const sort = (
    wanted: readonly Wanted[],
    who: { readonly permission: Allowed; readonly subject: string; readonly payer: string },
    instance: Instance,
  ): Admission => {
    const { permission, subject, payer } = who
    const isForbidden = ({ chatId }: Wanted): boolean => permission.chatIds?.has(chatId) === false
    const forbidden = forbiddenLines(wanted.filter(isForbidden), payer, instance)
    // Where nobody may know which chats are forbidden, those cost a point like the others.
    const charged = concealedForMs === undefined ? wanted.filter((one) => !isForbidden(one)) : wanted
    const unpaid = budgets?.spendChatIds(payer, charged)
    if (unpaid !== undefined) emit?.({ type: 'refused', code: 'rate_limited' })
    const lines: WireAnswer[] = []
    const goingOn: Wanted[] = []
    for (const one of wanted) {
      const line =
        unpaid?.refused.has(one.chatId) === true
          ? failureLine(one.sent, { code: 'rate_limited', retryAfterMs: unpaid.retryAfterMs })
          : forbidden.get(one)
      if (line === undefined) goingOn.push(one)
      else lines.push(line)
    }
    if (goingOn.length === 0) return { kind: 'answered', lines }
    return { kind: 'admitted', instance, subject, wanted: goingOn, lines }
  }

  return async (request, wanted) => {
    const ip = clientAddress(request, trustProxy)
    const verdict = authorize(request, chatIdsOf(wanted), ip)
    const permission = verdict instanceof Promise ? await verdict : verdict
    if (permission.kind === 'refused') return permission
    const named = nameInstance(request, ip)
    const name = typeof named === 'string' ? named : await named
    if (typeof name !== 'string') return refuse(name)
    const subject =
      permission.subject === undefined ? `address ${addressKey(ip)}` : `subject ${permission.subject}`

    if (budgets !== undefined) {
      if (permission.subject === undefined) warnOfProxy(request)
      const waitMs = budgets.spendRequest(requestPayer(permission, subject, name))
      if (waitMs !== undefined) return refuse(new AvatarError('rate_limited', { retryAfterMs: waitMs }))
    }
    if (wanted.length === 0) return { kind: 'answered', lines: [] }
    const opened = instances.get(name, request.env)
    const instance = opened instanceof Promise ? await opened.catch(asAvatarError) : opened
    if (isAvatarError(instance)) {
      const lines = wanted.map(({ sent, chatId }) => {
        const isTold = concealedForMs === undefined && permission.chatIds?.has(chatId) === false
        return failureLine(sent, isTold ? { code: 'forbidden' } : instance)
      })
      return { kind: 'answered', lines }
    }
    return sort(wanted, { permission, subject, payer: payerOf(subject, name) }, instance)
  }
}

type Allowed = Extract<Permission, { kind: 'allowed' }>

function asAvatarError(error: unknown): AvatarError {
  return isAvatarError(error) ? error : new AvatarError('internal')
}

function chatIdsOf(wanted: readonly Wanted[]): readonly ChatId[] {
  const first = wanted[0]
  if (wanted.length === 1 && first !== undefined) return [first.chatId]
  return [...new Set(wanted.map(({ chatId }) => chatId))]
}
