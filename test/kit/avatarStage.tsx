import { createAvatarClient } from '@greenapi/avatar-core'
import type { AvatarClient } from '@greenapi/avatar-core'
import type { WireAnswer } from '@greenapi/avatar-core/protocol'
import { AvatarProvider } from '@greenapi/react-avatar'
import type { AvatarProviderProps } from '@greenapi/react-avatar'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'

type Distributed<T> = T extends unknown ? Omit<T, 'chatId'> : never

/** What a backend knows of one chat. */
export type StageAnswer = Distributed<WireAnswer>

/** How a stage's backend answers: `refresh` says that the cache is to be passed by. */
export type Answers = (chatId: string, refresh: boolean) => StageAnswer | Promise<StageAnswer>

/** A provider over a real client and a backend that the test plays. */
export interface Stage {
  client: AvatarClient
  queryClient: QueryClient
  /** The chat ids asked for, in order; `refresh:` before those past the cache. */
  asked: string[]
  /** How many requests there were. */
  flights: () => number
  /** How many look-ups were given up. */
  aborted: () => number
  Provider: (props: Partial<AvatarProviderProps> & { children?: ReactNode }) => ReactElement
}

/** Sets the stage. */
export function createStage(answers: Answers): Stage {
  const asked: string[] = []
  let flights = 0
  let aborted = 0
  const client = createAvatarClient({
    async *transport(chatIds, { refresh, signal }) {
      flights += 1
      signal.addEventListener('abort', () => (aborted += 1))
      for (const chatId of chatIds) {
        const isRefresh = refresh.includes(chatId)
        asked.push(isRefresh ? `refresh:${chatId}` : chatId)
      }
      for (const chatId of chatIds) {
        yield { ...(await answers(chatId, refresh.includes(chatId))), chatId }
      }
    },
  })
  const queryClient = new QueryClient()
  return {
    client,
    queryClient,
    asked,
    flights: () => flights,
    aborted: () => aborted,
    Provider: ({ children, ...props }) => (
      <QueryClientProvider client={queryClient}>
        <AvatarProvider client={client} {...props}>
          {children}
        </AvatarProvider>
      </QueryClientProvider>
    ),
  }
}

/** An answer with a picture that stays good for an hour. */
export const found = (url: string, sizes?: readonly number[]): StageAnswer => ({
  status: 'found',
  url,
  sizes,
  freshForMs: 3_600_000,
})

/** An answer without one. */
export const without = (status: 'none' | 'hidden' | 'no_account' = 'none'): StageAnswer => ({
  status,
  freshForMs: 3_600_000,
})
