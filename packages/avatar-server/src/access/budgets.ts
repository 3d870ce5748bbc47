import type { ChatId } from '@greenapi/avatar-core/protocol'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../time/clock.js'
import { type Budget, createSpending } from './createSpending.js'

export interface BudgetOptions {
  /** Requests of one subject, whatever they ask. */
  readonly requests: Budget
  /** Different chats one subject may ask for. A chat asked again costs nothing, unless it is to be refreshed. */
  readonly chatIds: Budget
}

export interface Budgets {
  /** Spends a point on a request; returns how long to wait when there is none left. */
  spendRequest(subject: string): number | undefined
  /** Spends points on those chats that are new to the subject; returns the ones there was no point for. */
  spendChatIds(
    subject: string,
    wanted: readonly { readonly chatId: ChatId; readonly refresh: boolean }[],
  ): { readonly refused: ReadonlySet<ChatId>; readonly retryAfterMs: number } | undefined
  /** Whether the subject has paid for this chat before. */
  hasPaid(subject: string, chatId: ChatId): boolean
}

/** Pairs of subject and chat that are remembered as paid for; a forgotten pair is paid for again. */
const MAX_SEEN = 100_000

export function createBudgets({ requests, chatIds }: BudgetOptions, clock: Clock): Budgets {
  const requestSpending = createSpending(requests, clock)
  const chatSpending = createSpending(chatIds, clock)
  const paidUntilMs = new LRUCache<string, number>({ maxSize: MAX_SEEN, sizeCalculation: () => 1 })

  const hasPaid = (subject: string, chatId: ChatId): boolean =>
    clock.now() < (paidUntilMs.get(`${subject} ${chatId}`) ?? 0)

  return {
    spendRequest: (subject) => (requestSpending.spend(subject) ? undefined : requestSpending.waitMs(subject)),
    spendChatIds(subject, wanted) {
      const refused = new Set<ChatId>()
      for (const { chatId, refresh } of wanted) {
        if (!refresh && hasPaid(subject, chatId)) continue
        if (chatSpending.spend(subject)) {
          paidUntilMs.set(`${subject} ${chatId}`, clock.now() + chatIds.perSeconds * 1_000)
        } else refused.add(chatId)
      }
      return refused.size === 0 ? undefined : { refused, retryAfterMs: chatSpending.waitMs(subject) }
    },
    hasPaid,
  }
}
