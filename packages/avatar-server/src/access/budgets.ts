import type { ChatId } from '@greenapi/avatar-core/protocol'
import { LRUCache } from 'lru-cache'
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'

/** Points that come back after a time. */
export interface Budget {
  readonly points: number
  readonly perSeconds: number
}

export interface BudgetOptions {
  /** Requests of one subject, whatever they ask. */
  readonly requests: Budget
  /** Different chats one subject may ask for. A chat asked again costs nothing, unless it is to be refreshed. */
  readonly chatIds: Budget
}

export interface Budgets {
  /** Spends a point on a request; returns how long to wait when there is none left. */
  spendRequest(subject: string): Promise<number | undefined>
  /** Spends points on those chats that are new to the subject; returns the ones there was no point for. */
  spendChatIds(
    subject: string,
    wanted: readonly { readonly chatId: ChatId; readonly refresh: boolean }[],
  ): Promise<{ readonly refused: ReadonlySet<ChatId>; readonly retryAfterMs: number } | undefined>
}

/** Pairs of subject and chat that are remembered as paid for; a forgotten pair is paid for again. */
const MAX_SEEN = 100_000

export function createBudgets({ requests, chatIds }: BudgetOptions): Budgets {
  const requestLimiter = new RateLimiterMemory({ points: requests.points, duration: requests.perSeconds })
  const chatLimiter = new RateLimiterMemory({ points: chatIds.points, duration: chatIds.perSeconds })
  const seen = new LRUCache<string, true>({
    maxSize: MAX_SEEN,
    sizeCalculation: () => 1,
    ttl: chatIds.perSeconds * 1_000,
  })

  return {
    async spendRequest(subject) {
      try {
        await requestLimiter.consume(subject)
        return undefined
      } catch (result) {
        return msBeforeNext(result)
      }
    },
    async spendChatIds(subject, wanted) {
      const costly = wanted.filter(({ chatId, refresh }) => refresh || !seen.has(`${subject} ${chatId}`))
      if (costly.length === 0) return undefined
      const spent = await chatLimiter.get(subject)
      const left = Math.max(0, chatIds.points - (spent?.consumedPoints ?? 0))
      const paid = costly.slice(0, left)
      if (paid.length > 0) await chatLimiter.consume(subject, paid.length).catch(() => {})
      for (const { chatId } of paid) seen.set(`${subject} ${chatId}`, true)
      if (paid.length === costly.length) return undefined
      const refused = new Set(costly.slice(left).map(({ chatId }) => chatId))
      return { refused, retryAfterMs: spent?.msBeforeNext ?? chatIds.perSeconds * 1_000 }
    },
  }
}

function msBeforeNext(result: unknown): number {
  const ms =
    typeof result === 'object' && result !== null && 'msBeforeNext' in result ? result.msBeforeNext : 0
  return Math.max(1_000, typeof ms === 'number' ? ms : 0)
}
