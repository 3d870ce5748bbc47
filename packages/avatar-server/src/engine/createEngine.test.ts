import { AvatarError, type ChatId, parseChatId } from '@greenapi/avatar-core/protocol'
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/fakeClock.js'
import { DEFAULTS } from '../defaults.js'
import { createBreaker } from '../rate/breaker.js'
import { createDispatcher } from '../rate/dispatcher.js'
import { createSlidingWindow } from '../rate/slidingWindow.js'
import type { FailureScope, UpstreamResult } from '../upstream/upstreamResult.js'
import type { IncomingAnswer } from '../upstream/toStoredAnswer.js'
import { createEngine } from './createEngine.js'
import { createMemoryPool } from './memoryStore.js'
import type { CacheOutcome, Outcome } from './outcome.js'

const HOUR = 3_600_000
const id = parseChatId('5521999990000@c.us')
const other = parseChatId('5521999990001@c.us')

type Answer = UpstreamResult<IncomingAnswer>
const found = (pictureId = 'a.jpg'): Answer => ({
  ok: true,
  value: { answer: { status: 'found', pictureId } },
})
const none: Answer = { ok: true, value: { answer: { status: 'none' } } }
const failure = (scope: FailureScope, code: AvatarError['code'] = 'upstream_failed'): Answer => ({
  ok: false,
  error: new AvatarError(code),
  scope,
})

function start({ latencyMs = 50, random = (): number => 0 } = {}) {
  const clock = createFakeClock()
  const calls: { readonly chatId: ChatId; readonly background: boolean }[] = []
  const outcomes: CacheOutcome[] = []
  let next: (chatId: ChatId) => Answer = () => found()
  const store = createMemoryPool({ maxEntries: 100, maxNegatives: 20 }).open()
  const engine = createEngine({
    clock,
    random,
    store,
    dispatcher: createDispatcher({
      clock,
      limiter: createSlidingWindow({ clock, limit: 10, windowMs: 1_000, recoverMs: 10_000 }),
      breaker: createBreaker({ clock, failuresToOpen: 99, minProbeMs: 1, maxProbeMs: 1, onChange: () => {} }),
      maxQueued: 100,
    }),
    lookUp(chatId, { background, onSent }) {
      calls.push({ chatId, background })
      onSent()
      const answer = next(chatId)
      return new Promise((resolve) => clock.setTimer(() => resolve(answer), latencyMs))
    },
    lifetimes: DEFAULTS.lifetimes,
    backOff: DEFAULTS.backOff,
    linkUntilMs: () => undefined,
    onOutcome: (outcome) => outcomes.push(outcome),
  })
  const ask = (chatId: ChatId = id, refresh = false) => {
    const heard: Outcome[] = []
    const leave = engine.ask(chatId, { refresh, subject: 'a', request: undefined }, (outcome) =>
      heard.push(outcome),
    )
    return { heard, leave }
  }
  return {
    clock,
    engine,
    calls,
    outcomes,
    store,
    ask,
    peek: (refresh = false) => engine.peek(id, { refresh }),
    answerWith: (answer: Answer | ((chatId: ChatId) => Answer)): void => {
      next = typeof answer === 'function' ? answer : () => answer
    },
    /** Asks once and waits for the answer. */
    warm: async (answer: Answer = found()): Promise<void> => {
      next = () => answer
      ask()
      await clock.advance(latencyMs)
      calls.length = 0
    },
  }
}

const statusOf = (outcome: Outcome | undefined): string | undefined =>
  outcome?.kind === 'answer' ? outcome.entry.known?.answer.status : outcome?.kind

describe('createEngine', () => {
  it('makes one upstream call for 50 concurrent callers of a cold id', async () => {
    const { clock, calls, ask } = start()
    const callers = Array.from({ length: 50 }, () => ask())
    await clock.advance(50)
    expect(calls).toHaveLength(1)
    expect(callers.map(({ heard }) => statusOf(heard[0]))).toEqual(Array(50).fill('found'))
  })

  it('makes one upstream call for 50 concurrent callers when it fails, too', async () => {
    const { clock, calls, ask, answerWith } = start()
    answerWith(failure('outage'))
    const callers = Array.from({ length: 50 }, () => ask())
    await clock.advance(50)
    expect(calls).toHaveLength(1)
    expect(callers.every(({ heard }) => heard[0]?.kind === 'failure')).toBe(true)
  })

  it('answers from memory while fresh', async () => {
    const { clock, calls, peek, warm } = start()
    await warm()
    await clock.advance(12 * HOUR - 100)
    expect(statusOf(peek())).toBe('found')
    await clock.advance(0)
    expect(calls).toHaveLength(0)
  })

  it('serves a stale answer at once and renews it behind, once for all callers', async () => {
    const { clock, calls, peek, warm, outcomes, answerWith, engine } = start()
    await warm(found('old.jpg'))
    await clock.advance(13 * HOUR)
    answerWith(found('new.jpg'))
    for (let n = 0; n < 20; n += 1) expect(statusOf(peek())).toBe('found')
    await clock.advance(50)
    expect(calls).toEqual([{ chatId: id, background: true }])
    expect(engine.known(id)?.answer).toMatchObject({ pictureId: 'new.jpg' })
    peek()
    expect(outcomes.at(-1)).toBe('fresh')
  })

  it('keeps a runtime alive until the renewal is done', async () => {
    const { clock, engine, warm } = start()
    await warm()
    await clock.advance(13 * HOUR)
    const kept: Promise<unknown>[] = []
    engine.peek(id, { refresh: false, waitUntil: (promise) => kept.push(promise) })
    expect(kept).toHaveLength(1)
    await clock.advance(50)
    await Promise.all(kept)
  })

  it('no longer serves what has been stale for a week', async () => {
    const { clock, peek, warm } = start()
    await warm()
    await clock.advance(12 * HOUR + 7 * 24 * HOUR + 1)
    expect(peek()).toBeUndefined()
  })

  it('goes on serving what it knows in an outage, with one call per back-off window', async () => {
    const { clock, calls, peek, warm, answerWith } = start()
    await warm()
    await clock.advance(13 * HOUR)
    answerWith(failure('outage'))
    const seconds: number[] = []
    for (let second = 0; second < 600; second += 1) {
      const before = calls.length
      expect(statusOf(peek())).toBe('found')
      await clock.advance(1_000)
      if (calls.length > before) seconds.push(second)
    }
    // 5, 10, 20, 40, 80, 160 and then 300 s apart, counted from the end of each call.
    expect(seconds).toEqual([0, 6, 17, 38, 79, 160, 321])
  })

  it('answers an unknown id from the remembered failure until its back-off ends', async () => {
    const { clock, calls, peek, ask, answerWith } = start()
    answerWith(failure('outage'))
    ask()
    await clock.advance(50)
    expect(peek()).toEqual({ kind: 'failure', code: 'upstream_failed', retryAfterMs: 5_000 })
    await clock.advance(5_000)
    expect(peek()).toBeUndefined()
    answerWith(found())
    ask()
    await clock.advance(50)
    expect(calls).toHaveLength(2)
    expect(statusOf(peek())).toBe('found')
  })

  it('does not ask again for six hours what the upstream calls malformed', async () => {
    const { clock, peek, ask, answerWith } = start()
    answerWith(failure('chat', 'invalid_chat_id'))
    ask()
    await clock.advance(5 * HOUR)
    expect(peek()).toMatchObject({ kind: 'failure', code: 'invalid_chat_id' })
  })

  it('never lets one caller who leaves fail another', async () => {
    const { clock, calls, ask } = start()
    const first = ask()
    const second = ask()
    first.leave()
    await clock.advance(50)
    expect(calls).toHaveLength(1)
    expect(first.heard).toHaveLength(0)
    expect(statusOf(second.heard[0])).toBe('found')
  })

  it('does not call for whom everybody has left, and asks anew when somebody comes back', async () => {
    const { clock, calls, ask, engine } = start()
    ask().leave()
    expect(engine.flights).toBe(0)
    await clock.advance(50)
    expect(calls).toHaveLength(0)
    const back = ask()
    await clock.advance(50)
    expect(statusOf(back.heard[0])).toBe('found')
  })

  it('finishes a call that has started though everybody left: it is paid for', async () => {
    const { clock, ask, peek } = start()
    const { leave } = ask()
    await clock.advance(10)
    leave()
    await clock.advance(40)
    expect(statusOf(peek())).toBe('found')
  })

  it('keeps the place of a look-up for a while when asked to, and lets it go after that', async () => {
    const { clock, calls, ask, engine } = start()
    for (let n = 0; n < 10; n += 1) ask(parseChatId(`55219999900${10 + n}`))
    await clock.advance(0)
    const waits = ask()
    const leaves = ask(other)
    waits.leave(2_000)
    leaves.leave(100)
    await clock.advance(1_100)
    expect(calls.map(({ chatId }) => chatId)).toContain(id)
    expect(calls.map(({ chatId }) => chatId)).not.toContain(other)
    expect(engine.flights).toBe(0)
  })

  it('refreshes only what is older than a minute', async () => {
    const { clock, peek, warm } = start()
    await warm()
    await clock.advance(60_000)
    expect(statusOf(peek(true))).toBe('found')
    await clock.advance(1)
    expect(peek(true)).toBeUndefined()
  })

  it('never joins a refresh to a plain look-up, but joins refreshes to each other', async () => {
    const { clock, calls, ask, answerWith } = start()
    let version = 0
    answerWith(() => found(`${(version += 1)}.jpg`))
    const plain = ask(id)
    await clock.advance(10)
    const refreshes = [ask(id, true), ask(id, true)]
    await clock.advance(100)
    expect(calls).toHaveLength(2)
    expect(plain.heard[0]).toMatchObject({ entry: { known: { answer: { pictureId: '1.jpg' } } } })
    for (const { heard } of refreshes) {
      expect(heard[0]).toMatchObject({ entry: { known: { answer: { pictureId: '2.jpg' } } } })
    }
  })

  it('answers a refresh that fails with what is known', async () => {
    const { clock, ask, warm, answerWith, peek } = start()
    await warm()
    await clock.advance(61_000)
    answerWith(failure('outage'))
    const { heard } = ask(id, true)
    await clock.advance(50)
    expect(statusOf(heard[0])).toBe('found')
    expect(statusOf(peek(true))).toBe('found')
  })

  it('makes a call again that was lost on its way, once and in its turn', async () => {
    const { ask, answerWith, calls, clock, engine } = start({ latencyMs: 10 })
    const seen = new Set<ChatId>()
    answerWith((chatId) => {
      const isFirst = !seen.has(chatId)
      seen.add(chatId)
      return isFirst ? failure('connection') : found()
    })
    const chats = Array.from({ length: 20 }, (_, n) => ask(parseChatId(`${5521900000000 + n}@c.us`)))
    await clock.advance(999)
    expect(calls).toHaveLength(10)
    await clock.advance(3_100)
    expect(calls).toHaveLength(40)
    expect(chats.every(({ heard }) => heard[0]?.kind === 'answer')).toBe(true)
    answerWith(failure('connection'))
    const { heard } = ask(other)
    await clock.advance(2_000)
    expect(heard).toMatchObject([{ kind: 'failure', code: 'upstream_failed' }])
    expect(calls).toHaveLength(42)
    expect(engine.peek(other, { refresh: false })).toMatchObject({ kind: 'failure', code: 'upstream_failed' })
  })

  it('queues a look-up again once after a 429, then gives up', async () => {
    const { clock, calls, ask, answerWith } = start()
    answerWith(failure('rate', 'rate_limited'))
    const { heard } = ask()
    await clock.advance(2_000)
    expect(calls).toHaveLength(2)
    expect(heard).toEqual([{ kind: 'failure', code: 'rate_limited', retryAfterMs: undefined }])
  })

  it('does not give an invalidated answer to anybody who comes later', async () => {
    const { clock, engine, ask, peek, calls } = start()
    const { heard } = ask()
    await clock.advance(10)
    engine.invalidate(id)
    await clock.advance(40)
    expect(statusOf(heard[0])).toBe('found')
    expect(peek()).toBeUndefined()
    ask()
    await clock.advance(50)
    expect(calls).toHaveLength(2)
  })

  it('keeps nothing of a refresh that was under way when the chat was invalidated', async () => {
    const { clock, engine, ask, peek, warm, answerWith } = start()
    await warm()
    await clock.advance(61_000)
    answerWith(found('from before.jpg'))
    const { heard } = ask(id, true)
    await clock.advance(10)
    engine.invalidate(id)
    await clock.advance(40)
    expect(statusOf(heard[0])).toBe('found')
    expect(peek()).toBeUndefined()
  })

  it('answers whoever waits when a look-up breaks in a way that nobody thought of, and asks anew after it', async () => {
    const { clock, engine, ask, answerWith } = start()
    answerWith(() => {
      throw new Error('a store that cannot be reached, for example')
    })
    const { heard } = ask()
    await clock.advance(50)
    expect(heard).toEqual([{ kind: 'failure', code: 'internal' }])
    expect(engine.flights).toBe(0)
    answerWith(found())
    const again = ask()
    await clock.advance(50)
    expect(statusOf(again.heard[0])).toBe('found')
  })

  it('shortens lifetimes by up to 10 %, so that answers made together end apart', async () => {
    const rolls = [0, 0.5, 0.999]
    const ends = await Promise.all(
      rolls.map(async (roll) => {
        const { warm, engine } = start({ random: () => roll })
        await warm(none)
        const known = engine.known(id)
        return known === undefined ? 0 : (known.freshUntilMs - known.askedAtMs) / HOUR
      }),
    )
    expect(ends[0]).toBe(6)
    expect(ends[1]).toBeCloseTo(5.7, 5)
    expect(ends[2]).toBeGreaterThan(5.4)
  })
})
