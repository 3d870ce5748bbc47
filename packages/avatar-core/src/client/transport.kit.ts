import type { AvatarTransport, WireAnswer } from '../protocol/answers.js'

/** One call of a transport, answered by the test. */
export interface Flight {
  chatIds: readonly string[]
  refresh: readonly string[]
  signal: AbortSignal
  answer: (...answers: WireAnswer[]) => void
  /** Ends the answers, with an error where one is given. */
  end: (error?: unknown) => void
}

/** A transport whose every flight the test steers, and which ends a flight that is aborted. */
export function createManualTransport(): { transport: AvatarTransport; flights: Flight[] } {
  const flights: Flight[] = []
  async function* transport(
    chatIds: readonly string[],
    { signal, refresh }: { signal: AbortSignal; refresh: readonly string[] },
  ): AsyncGenerator<WireAnswer, void, undefined> {
    const waiting: (WireAnswer | { end: unknown })[] = []
    let wake = (): void => {}
    const push = (item: WireAnswer | { end: unknown }): void => {
      waiting.push(item)
      wake()
    }
    const end = (error?: unknown): void => push({ end: error })
    flights.push({ chatIds, refresh, signal, end, answer: (...answers) => answers.forEach(push) })
    signal.addEventListener('abort', () => end(signal.reason))
    for (;;) {
      const item = waiting.shift()
      if (item === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      } else if ('end' in item) {
        if (item.end === undefined) return
        throw item.end
      } else yield item
    }
  }
  return { transport, flights }
}

/** The answer `none` for a chat. */
export const none = (chatId: string): WireAnswer => ({ chatId, status: 'none', freshForMs: 60_000 })

/** The answer `pending` for a chat. */
export const pending = (chatId: string, retryAfterMs = 0): WireAnswer => ({
  chatId,
  status: 'pending',
  retryAfterMs,
})
