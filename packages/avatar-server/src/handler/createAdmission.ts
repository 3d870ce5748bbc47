import { AvatarError, type ChatId, type WireAnswer } from '@greenapi/avatar-core/protocol'
import type { Authorizer } from '../access/authorize.js'
import type { Budgets } from '../access/budgets.js'
import { clientAddress, createAddressKeys } from '../access/clientAddress.js'
import type { Wanted } from '../engine/lookUpMany.js'
import type { PlainRequest, PlainResponse } from '../http/plain.js'
import { problem } from '../http/problem.js'
import type { ResolvedOptions } from '../options.js'
import type { InstanceNamer } from './nameInstance.js'
import { forbiddenLine } from './wire.js'

/** Who asks, which instance, and for which of the chats that may go on. */
export type Admission =
  | { readonly kind: 'refused'; readonly response: PlainResponse }
  | {
      readonly kind: 'admitted'
      readonly instance: string
      /** Takes turns with others in the queue. */
      readonly subject: string
      readonly wanted: readonly Wanted[]
      /** Answers for the chats that may not go on. */
      readonly lines: readonly WireAnswer[]
    }

export type Admit = (request: PlainRequest, wanted: readonly Wanted[]) => Promise<Admission>

export interface AdmissionDeps {
  readonly resolved: ResolvedOptions
  readonly authorize: Authorizer
  readonly budgets: Budgets | undefined
  readonly nameInstance: InstanceNamer
  readonly concealedForMs: number | undefined
}

/** Permission first, then the budgets: whoever may not ask spends nothing. */
export function createAdmission(deps: AdmissionDeps): Admit {
  const { authorize, budgets, nameInstance, concealedForMs } = deps
  const { trustProxy, onEvent: emit } = deps.resolved
  const addressKey = createAddressKeys()

  const refuse = (error: AvatarError): Admission => {
    emit?.({ type: 'refused', code: error.code })
    return { kind: 'refused', response: problem(error) }
  }

  let hasWarned = false
  /** Behind a proxy that is not told of, all its users share one address, and with it one budget. */
  const warnOfProxy = (request: PlainRequest): void => {
    if (hasWarned || trustProxy !== 0 || request.header('x-forwarded-for') === undefined) return
    hasWarned = true
    emit?.({
      type: 'problem',
      where: 'trustProxy',
      message:
        '@greenapi/avatar-server: requests come through a proxy, so all its users share one address and one budget. Set trustProxy to the number of your proxies, or return { subject } from authorize.',
    })
  }

  return async (request, wanted) => {
    const ip = clientAddress(request, trustProxy)
    const verdict = authorize(request, chatIdsOf(wanted), ip)
    const permission = verdict instanceof Promise ? await verdict : verdict
    if (permission.kind === 'refused') return permission
    const named = nameInstance(request, ip)
    const instance = typeof named === 'string' ? named : await named
    if (typeof instance !== 'string') return refuse(instance)
    const subject =
      permission.subject === undefined ? `address ${addressKey(ip)}` : `subject ${permission.subject}`

    const lines: WireAnswer[] = []
    const mayGoOn = (allowed: (chatId: ChatId) => boolean, line: (sent: string) => WireAnswer) => {
      return (one: Wanted): boolean => {
        const isAllowed = allowed(one.chatId)
        if (!isAllowed) lines.push(line(one.sent))
        return isAllowed
      }
    }

    const { chatIds: seen } = permission
    const permitted =
      seen === undefined
        ? wanted
        : wanted.filter(
            mayGoOn(
              (id) => seen.has(id),
              (sent) => forbiddenLine(sent, concealedForMs),
            ),
          )
    if (budgets === undefined) return { kind: 'admitted', instance, subject, wanted: permitted, lines }

    if (permission.subject === undefined) warnOfProxy(request)
    const payer = `${instance} ${subject}`
    const waitMs = await budgets.spendRequest(payer)
    if (waitMs !== undefined) return refuse(new AvatarError('rate_limited', { retryAfterMs: waitMs }))
    const unpaid = await budgets.spendChatIds(payer, permitted)
    if (unpaid === undefined) return { kind: 'admitted', instance, subject, wanted: permitted, lines }
    const { refused, retryAfterMs } = unpaid
    emit?.({ type: 'refused', code: 'rate_limited' })
    const late = (chatId: string): WireAnswer => ({
      chatId,
      status: 'error',
      code: 'rate_limited',
      retryAfterMs,
    })
    const paid = permitted.filter(mayGoOn((id) => !refused.has(id), late))
    return { kind: 'admitted', instance, subject, wanted: paid, lines }
  }
}

function chatIdsOf(wanted: readonly Wanted[]): readonly ChatId[] {
  const first = wanted[0]
  if (wanted.length === 1 && first !== undefined) return [first.chatId]
  return [...new Set(wanted.map(({ chatId }) => chatId))]
}
