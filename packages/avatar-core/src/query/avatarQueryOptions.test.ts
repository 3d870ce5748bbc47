import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AvatarClient } from '../client/AvatarClient.js'
import { createAvatarClient } from '../client/createAvatarClient.js'
import { createStaticAvatarClient } from '../client/createStaticAvatarClient.js'
import type { StaticAvatarAnswer } from '../client/createStaticAvatarClient.js'
import { createManualTransport, none } from '../client/transport.kit.js'
import type { Avatar } from '../protocol/Avatar.js'
import { AvatarError } from '../protocol/AvatarError.js'
import { avatarQueryKey } from './avatarQueryKey.js'
import { avatarQueryOptions } from './avatarQueryOptions.js'
import { QUERY_LIBRARIES } from './tanstack.kit.js'

const ANA = '5521999990000@c.us'
const found = (freshForMs: number): Avatar => ({ status: 'found', url: 'picture/a', freshForMs })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A client whose answers are given one call after the other; the last one stays. */
function createCountingClient(...answers: StaticAvatarAnswer[]): {
  client: AvatarClient
  calls: () => number
} {
  let calls = 0
  const client = createStaticAvatarClient(() => answers[Math.min(calls++, answers.length - 1)] ?? found(0))
  return { client, calls: () => calls }
}

describe('the options', () => {
  const { client } = createCountingClient()

  test('default: identity in the key, in canonical form', () => {
    const options = avatarQueryOptions(client, '+55 21 99999-0000')
    expect(options.queryKey).toEqual(['whatsapp-avatar', 'default', ANA])
    expect(options.enabled).toBe(true)
    expect(avatarQueryKey(client, ANA)).toEqual(options.queryKey)
  })

  test('two scopes never share a key', () => {
    const other = createStaticAvatarClient({}, { scope: 'tenant-7' })
    expect(avatarQueryKey(other, ANA)).toEqual(['whatsapp-avatar', 'tenant-7', ANA])
  })

  test('a missing id disables the query, an empty one does not', () => {
    expect(avatarQueryOptions(client, undefined).enabled).toBe(false)
    expect(avatarQueryOptions(client, '').enabled).toBe(true)
  })

  test.each(['', 'null@c.us', 'x'.repeat(10_000), 'status@broadcast'])(
    'building them never throws: %.20s',
    (chatId) => {
      expect(avatarQueryOptions(client, chatId).queryKey).toEqual(['whatsapp-avatar', 'default', chatId])
    },
  )

  test.each([
    [0, 30_000],
    [43_200_000, 43_200_000],
    [1e15, 2 ** 31 - 2],
    [Infinity, 2 ** 31 - 2],
  ])('an answer fresh for %d ms is stale after %d ms', (freshForMs, staleTime) => {
    const { staleTime: staleTimeOf } = avatarQueryOptions(client, ANA)
    expect(staleTimeOf({ state: { data: found(freshForMs) } })).toBe(staleTime)
    expect(staleTimeOf({ state: { data: undefined } })).toBe(0)
  })

  test('answers are kept for a day in browsers; on a server the default is left', () => {
    expect(avatarQueryOptions(client, ANA)).not.toHaveProperty('gcTime')
    vi.stubGlobal('window', {})
    expect(avatarQueryOptions(client, ANA).gcTime).toBe(86_400_000)
  })

  test('the wait before a try is the error’s own, else it doubles, and no timer overflows', () => {
    const { retryDelay } = avatarQueryOptions(client, ANA)
    const plain = new AvatarError('network')
    expect([0, 1, 2, 3, 9].map((count) => retryDelay(count, plain))).toEqual([1000, 2000, 4000, 8000, 30_000])
    expect(retryDelay(2, new AvatarError('rate_limited', { retryAfterMs: 800 }))).toBe(800)
    expect(retryDelay(0, new AvatarError('rate_limited', { retryAfterMs: 1e12 }))).toBe(2 ** 31 - 2)
  })
})

describe.each(QUERY_LIBRARIES)(
  'with TanStack Query %s',
  (_, { QueryClient, QueryObserver, dehydrate, hydrate }) => {
    test('a query reads, keeps and shares an answer', async () => {
      const { client, calls } = createCountingClient(found(60_000))
      const queryClient = new QueryClient()
      await queryClient.prefetchQuery(avatarQueryOptions(client, ANA))
      await queryClient.prefetchQuery(avatarQueryOptions(client, '+55 21 99999-0000'))
      expect(queryClient.getQueryData(avatarQueryKey(client, ANA))).toEqual(found(60_000))
      expect(calls()).toBe(1)
    })

    test('an answer goes stale by its own age, hydration included', async () => {
      const server = new QueryClient()
      const { client, calls } = createCountingClient(found(60_000))
      await server.prefetchQuery(avatarQueryOptions(client, ANA))
      const state = dehydrate(server)
      await vi.advanceTimersByTimeAsync(50_000)
      const browser = new QueryClient()
      hydrate(browser, state)
      const read = (): Promise<unknown> => browser.prefetchQuery(avatarQueryOptions(client, ANA))
      await read()
      expect(calls()).toBe(1)
      await vi.advanceTimersByTimeAsync(11_000)
      await read()
      expect(calls()).toBe(2)
    })

    test('failures that may pass are tried again three times, after their own wait', async () => {
      vi.stubGlobal('window', {})
      const { client, calls } = createCountingClient(new AvatarError('rate_limited', { retryAfterMs: 5000 }))
      const observer = new QueryObserver(new QueryClient(), avatarQueryOptions(client, ANA))
      const stop = observer.subscribe(() => {})
      const callsAfter: number[] = []
      for (const ms of [4990, 20, 5000, 5000, 100_000]) {
        await vi.advanceTimersByTimeAsync(ms)
        callsAfter.push(calls())
      }
      expect(callsAfter).toEqual([1, 2, 3, 4, 4])
      expect(observer.getCurrentResult().error).toMatchObject({ code: 'rate_limited' })
      stop()
    })

    test('on a server nothing is tried again: a page would wait for it', async () => {
      const { client, calls } = createCountingClient(new AvatarError('network'))
      const queryClient = new QueryClient()
      await queryClient.prefetchQuery(avatarQueryOptions(client, ANA))
      expect(queryClient.getQueryState(avatarQueryKey(client, ANA))).toMatchObject({ status: 'error' })
      expect(calls()).toBe(1)
    })

    test('a try that succeeds ends the tries', async () => {
      vi.stubGlobal('window', {})
      const { client, calls } = createCountingClient(new AvatarError('network'), found(60_000))
      const observer = new QueryObserver(new QueryClient(), avatarQueryOptions(client, ANA))
      const stop = observer.subscribe(() => {})
      await vi.advanceTimersByTimeAsync(20_000)
      expect(observer.getCurrentResult().data).toEqual(found(60_000))
      expect(calls()).toBe(2)
      stop()
    })

    test.each(['forbidden', 'quota_exceeded', 'bad_response'] as const)(
      '%s is not tried again',
      async (code) => {
        vi.stubGlobal('window', {})
        const { client, calls } = createCountingClient(new AvatarError(code, { retryAfterMs: 10 }))
        await new QueryClient().prefetchQuery(avatarQueryOptions(client, ANA))
        expect(calls()).toBe(1)
      },
    )

    test('an invalid chat id fails once and asks nobody', async () => {
      const { transport, flights } = createManualTransport()
      const queryClient = new QueryClient()
      for (const chatId of ['null@c.us', '']) {
        const options = avatarQueryOptions(createAvatarClient({ transport }), chatId)
        await queryClient.prefetchQuery(options)
        expect(queryClient.getQueryState(options.queryKey)).toMatchObject({
          status: 'error',
          error: { code: 'invalid_chat_id' },
          fetchFailureCount: 1,
        })
      }
      expect(flights).toHaveLength(0)
    })

    test('without a chat id nothing is asked', async () => {
      const { client, calls } = createCountingClient()
      const observer = new QueryObserver(new QueryClient(), avatarQueryOptions(client, undefined))
      const stop = observer.subscribe(() => {})
      await vi.advanceTimersByTimeAsync(1000)
      expect(observer.getCurrentResult()).toMatchObject({ status: 'pending', fetchStatus: 'idle' })
      expect(calls()).toBe(0)
      stop()
    })

    test('an observer that goes away cancels the look-up', async () => {
      const { transport, flights } = createManualTransport()
      const client = createAvatarClient({ transport })
      const stop = new QueryObserver(new QueryClient(), avatarQueryOptions(client, ANA)).subscribe(() => {})
      await vi.advanceTimersByTimeAsync(10)
      expect(flights[0]?.signal.aborted).toBe(false)
      stop()
      await vi.advanceTimersByTimeAsync(10)
      expect(flights[0]?.signal.aborted).toBe(true)
    })

    test('an observer that goes and comes back in one task costs one look-up, before it is sent and after', async () => {
      const { transport, flights } = createManualTransport()
      const observer = new QueryObserver(
        new QueryClient(),
        avatarQueryOptions(createAvatarClient({ transport }), ANA),
      )
      let stop = observer.subscribe(() => {})
      stop()
      stop = observer.subscribe(() => {})
      await vi.advanceTimersByTimeAsync(10)
      stop()
      stop = observer.subscribe(() => {})
      await vi.advanceTimersByTimeAsync(10)
      expect(flights).toHaveLength(1)
      flights[0]?.answer(none(ANA))
      await vi.advanceTimersByTimeAsync(10)
      expect(observer.getCurrentResult().data).toEqual({ status: 'none', freshForMs: 60_000 })
      stop()
    })

    test('an equal answer is the same object and renders nothing anew', async () => {
      const { client } = createCountingClient(found(60_000), { ...found(60_000) })
      const queryClient = new QueryClient({ defaultOptions: { queries: { structuralSharing: false } } })
      const observer = new QueryObserver(queryClient, {
        ...avatarQueryOptions(client, ANA),
        notifyOnChangeProps: ['data'],
      })
      const renders = vi.fn<() => void>()
      const stop = observer.subscribe(renders)
      await vi.advanceTimersByTimeAsync(10)
      const before = observer.getCurrentResult().data
      renders.mockClear()
      await observer.refetch()
      expect(observer.getCurrentResult().data).toBe(before)
      expect(renders).not.toHaveBeenCalled()
      stop()
    })
  },
)
