import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Avatar } from '../protocol/Avatar.js'
import type { WireAnswer } from '../protocol/answers.js'
import { foundLine, person, startBackend } from './backend.kit.js'
import { createAvatarClient } from './createAvatarClient.js'
import { none, pending } from './transport.kit.js'

test('1,000 calls for 300 chats in one task: 3 POSTs, 300 ids on the wire, 1,000 right answers', async () => {
  const backend = await startBackend(
    ({ chatIds }, response) => void response.end(chatIds.map(foundLine).join('')),
  )
  const client = createAvatarClient({ backendUrl: backend.url })
  const ids = Array.from({ length: 1000 }, (_, index) => person(index % 300))
  const answers = await Promise.all(ids.map((id) => client.getAvatar(id)))
  expect(answers.map((answer) => answer.status === 'found' && answer.url)).toEqual(
    ids.map((id) => `picture/${id}`),
  )
  expect(backend.requests).toHaveLength(3)
  expect(new Set(backend.requests.flatMap(({ chatIds }) => chatIds)).size).toBe(300)
  expect(backend.requests.flatMap(({ chatIds }) => chatIds)).toHaveLength(300)
})

test('1,000 calls over HTTP, half of them aborted at random: each answer is right, each reason its own', async () => {
  const backend = await startBackend(async ({ chatIds }, response) => {
    for (const id of chatIds) {
      await new Promise(setImmediate)
      if (!response.destroyed) response.write(foundLine(id))
    }
    response.end()
  })
  const client = createAvatarClient({ backendUrl: backend.url })
  const [leavers] = fc.sample(fc.array(fc.boolean(), { minLength: 1000, maxLength: 1000 }), 1)
  const results = await Promise.allSettled(
    Array.from({ length: 1000 }, async (_, index) => {
      if (leavers?.[index] !== true) return client.getAvatar(person(index % 300))
      const controller = new AbortController()
      setTimeout(() => controller.abort(index), index % 20)
      return client.getAvatar(person(index % 300), { signal: controller.signal })
    }),
  )
  const isRight = (result: PromiseSettledResult<Avatar>, index: number): boolean =>
    result.status === 'fulfilled'
      ? result.value.status === 'found' && result.value.url === `picture/${person(index % 300)}`
      : result.reason === index && leavers?.[index] === true
  expect(results.filter((result, index) => !isRight(result, index))).toEqual([])
})

test('a request that nobody waits for any more is called off at the backend', async () => {
  const backend = await startBackend(() => {})
  const client = createAvatarClient({ backendUrl: backend.url })
  const controllers = Array.from({ length: 50 }, () => new AbortController())
  const results = Promise.allSettled(
    controllers.map(({ signal }, index) => client.getAvatar(person(index), { signal })),
  )
  await vi.waitUntil(() => backend.requests.length === 1)
  const called = vi.fn<() => void>()
  backend.requests[0]?.signal.addEventListener('abort', called)
  controllers.forEach((controller, index) => controller.abort(index))
  expect((await results).map((result) => result.status === 'rejected' && result.reason)).toEqual(
    controllers.map((_, index) => index),
  )
  await vi.waitUntil(() => called.mock.calls.length === 1)
})

const answered = 'answered'
const isAnswer = (outcome: unknown): boolean =>
  isDeepStrictEqual(outcome, { status: 'none', freshForMs: 60_000 })

describe('with half of 1,000 calls aborted at random times', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('the others answer, the aborted reject at once with their own reason, and no flight flies for nobody', async () => {
    const runs = fc.record({
      // For each call: its chat, and when it is aborted, if it is.
      calls: fc.array(fc.record({ chat: fc.nat(299), abortAtMs: fc.option(fc.nat(60), { freq: 1 }) }), {
        minLength: 1000,
        maxLength: 1000,
      }),
      delays: fc.array(fc.nat(20), { minLength: 1, maxLength: 10 }),
    })
    await fc.assert(
      fc.asyncProperty(runs, async ({ calls, delays }) => {
        const open = new Set<{ left: Set<string>; signal: AbortSignal }>()
        const waiting = new Map<string, number>()
        async function* transport(chatIds: readonly string[], { signal }: { signal: AbortSignal }) {
          const flight = { left: new Set(chatIds), signal }
          open.add(flight)
          for (const [index, id] of chatIds.entries()) {
            await new Promise((resolve) => setTimeout(resolve, delays[index % delays.length]))
            if (signal.aborted) break
            flight.left.delete(id)
            yield none(id)
          }
          open.delete(flight)
        }
        const client = createAvatarClient({ transport })
        const lateAborts: number[] = []
        const results = calls.map(async ({ chat, abortAtMs }, index) => {
          const id = person(chat)
          const controller = new AbortController()
          let isSettled = false
          const answer = client.getAvatar(id, { signal: controller.signal }).finally(() => {
            isSettled = true
            waiting.set(id, (waiting.get(id) ?? 0) - 1)
          })
          waiting.set(id, (waiting.get(id) ?? 0) + 1)
          const leave = async (): Promise<void> => {
            if (isSettled) return
            controller.abort(index)
            for (let turn = 0; turn < 3; turn++) await Promise.resolve()
            if (!isSettled) lateAborts.push(index)
          }
          if (abortAtMs !== null) setTimeout(leave, abortAtMs)
          return answer.catch((reason: unknown) => reason)
        })
        const done = Promise.all(results)
        for (let step = 0; step < 80; step++) {
          await vi.advanceTimersByTimeAsync(1)
          const flying = [...open].filter(({ signal }) => !signal.aborted)
          expect(flying.length).toBeLessThanOrEqual(2)
          for (const { left } of flying) expect([...left].some((id) => (waiting.get(id) ?? 0) > 0)).toBe(true)
        }
        await vi.runAllTimersAsync()
        const outcomes = await done
        const isRight = (outcome: unknown, index: number): boolean =>
          outcome === answered || (outcome === index && calls[index]?.abortAtMs !== null)
        expect(
          outcomes
            .map((outcome) => (isAnswer(outcome) ? answered : outcome))
            .filter((outcome, index) => !isRight(outcome, index)),
        ).toEqual([])
        expect(lateAborts).toEqual([])
        expect(vi.getTimerCount()).toBe(0)
      }),
      { numRuns: 4 },
    )
  })
})

describe('with a backend that answers 10 ids a second and 1,000 asked', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('two POSTs at most are open, none is held longer than waitMs, and who left is never sent again', async () => {
    const waitMs = 3000
    const sent: { at: number; chatIds: readonly string[] }[] = []
    const held: number[] = []
    const known = new Set<string>()
    const wanted: string[] = []
    const flying = new Set<AbortSignal>()
    let mostOpen = 0
    // The backend: one queue for all requests, ten a second.
    const clock = setInterval(() => {
      const id = wanted.shift()
      if (id !== undefined) known.add(id)
    }, 100)
    async function* transport(
      chatIds: readonly string[],
      { signal }: { signal: AbortSignal },
    ): AsyncGenerator<WireAnswer> {
      const start = Date.now()
      sent.push({ at: start, chatIds })
      flying.add(signal)
      mostOpen = Math.max(mostOpen, [...flying].filter(({ aborted }) => !aborted).length)
      wanted.unshift(...chatIds.filter((id) => !known.has(id) && !wanted.includes(id)))
      const left = new Set(chatIds)
      while (left.size > 0 && !signal.aborted && Date.now() - start < waitMs) {
        for (const id of left) {
          if (known.has(id) && left.delete(id)) yield none(id)
        }
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      held.push(Date.now() - start)
      for (const id of left) yield pending(id, 100)
      flying.delete(signal)
    }
    const client = createAvatarClient({ transport })
    const ids = Array.from({ length: 1000 }, (_, index) => person(index))
    const leavers = new Map(
      ids.filter((_, index) => index % 4 === 0).map((id) => [id, new AbortController()]),
    )
    const results = ids.map((id) =>
      client.getAvatar(id, { signal: leavers.get(id)?.signal }).catch((reason: unknown) => reason),
    )
    await vi.advanceTimersByTimeAsync(20_000)
    const leftAt = Date.now()
    for (const controller of leavers.values()) controller.abort('scrolled away')
    // Requests on their way may still hold them; later ones must not.
    await vi.advanceTimersByTimeAsync(150_000)
    const outcomes = await Promise.all(results)
    clearInterval(clock)
    expect(outcomes.filter(isAnswer).length).toBeGreaterThanOrEqual(750)
    expect(outcomes.filter((outcome) => !isAnswer(outcome) && outcome !== 'scrolled away')).toEqual([])
    expect(
      sent
        .filter(({ at }) => at > leftAt)
        .flatMap(({ chatIds }) => chatIds)
        .filter((id) => leavers.has(id)),
    ).toEqual([])
    expect(mostOpen).toBe(2)
    expect(Math.max(...held)).toBeLessThanOrEqual(waitMs + 20)
    expect(sent.every(({ chatIds }) => chatIds.length <= 100)).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })
})
