import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AvatarTransport } from '../protocol/answers.js'
import { AvatarError } from '../protocol/AvatarError.js'
import { person } from './backend.kit.js'
import { createAvatarClient } from './createAvatarClient.js'
import { createManualTransport, none, pending } from './transport.kit.js'

const [ANA, BOB, EVE] = [person(1), person(2), person(3)]
const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => person(from + index))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp(timeoutMs?: number) {
  const { transport, flights } = createManualTransport()
  const client = createAvatarClient({ transport, timeoutMs })
  const ask = (id: string, signal?: AbortSignal, refresh?: boolean): Promise<unknown> =>
    client.getAvatar(id, { signal, refresh }).then(
      ({ status }) => status,
      (error: unknown) => (error instanceof AvatarError ? error.code : error),
    )
  /** Until the window is over and what it set off has run. */
  const pass = (ms = 10): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)
  return { flights, client, ask, pass }
}

describe('default', () => {
  test('calls of one window travel together, each id once, in the order asked', async () => {
    const { flights, ask, pass } = setUp()
    const answers = [ask(ANA), ask(BOB), ask('+55 21 90000-0001')]
    expect(flights).toHaveLength(0)
    await pass()
    expect(flights.map(({ chatIds }) => chatIds)).toEqual([[ANA, BOB]])
    flights[0]?.answer(none(BOB), none(ANA))
    expect(await Promise.all(answers)).toEqual(['none', 'none', 'none'])
  })

  test('a later call joins a look-up on its way', async () => {
    const { flights, ask, pass } = setUp()
    const first = ask(ANA)
    await pass()
    const second = ask(ANA)
    await pass()
    flights[0]?.answer(none(ANA))
    expect(await Promise.all([first, second])).toEqual(['none', 'none'])
    void ask(ANA)
    await pass()
    expect(flights).toHaveLength(2)
  })

  test('at most 100 ids go together and at most two flights at once; the newest go first', async () => {
    const { flights, ask, pass } = setUp()
    for (const id of range(0, 350)) void ask(id)
    await pass()
    expect(flights.map(({ chatIds }) => chatIds)).toEqual([range(250, 350), range(150, 250)])
    void ask(ANA)
    void ask(person(900))
    await pass()
    expect(flights).toHaveLength(2)
    flights[1]?.end()
    await pass()
    expect(flights[2]?.chatIds).toEqual([...range(51, 150), person(900)])
    flights[0]?.end()
    await pass()
    expect(flights[3]?.chatIds).toEqual(range(0, 51))
  })

  test('a flight that has all its answers may end by itself, and has five seconds for it', async () => {
    const { flights, ask, pass } = setUp()
    void ask(ANA)
    await pass()
    flights[0]?.answer(none(ANA))
    await pass(4900)
    flights[0]?.answer(none(EVE))
    expect(flights[0]?.signal.aborted).toBe(false)
    await pass(100)
    expect(flights[0]?.signal.aborted).toBe(true)
  })
})

describe('leaving', () => {
  test('rejects at once with the signal’s own reason', async () => {
    const { ask } = setUp()
    const controller = new AbortController()
    const answer = ask(ANA, controller.signal)
    controller.abort('my reason')
    expect(await answer).toBe('my reason')
    expect(await ask(ANA, AbortSignal.abort('before'))).toBe('before')
  })

  test('before the flight takes the id out of it', async () => {
    const { flights, ask, pass } = setUp()
    const controller = new AbortController()
    void ask(ANA, controller.signal)
    void ask(BOB)
    controller.abort()
    await pass()
    expect(flights.map(({ chatIds }) => chatIds)).toEqual([[BOB]])
  })

  test('when nobody is left nothing is sent', async () => {
    const { flights, ask, pass } = setUp()
    const controller = new AbortController()
    void ask(ANA, controller.signal)
    controller.abort()
    await pass()
    expect(flights).toHaveLength(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('never touches the others: the flight is aborted when the last one leaves', async () => {
    const { flights, ask, pass } = setUp()
    const [one, two, three] = [new AbortController(), new AbortController(), new AbortController()]
    void ask(ANA, one.signal)
    const other = ask(ANA, two.signal)
    void ask(BOB, three.signal)
    await pass()
    one.abort()
    three.abort()
    await pass()
    expect(flights[0]?.signal.aborted).toBe(false)
    two.abort('bye')
    await pass(0)
    expect(flights[0]?.signal.aborted).toBe(true)
    expect(await other).toBe('bye')
    expect(vi.getTimerCount()).toBe(0)
  })

  test('and coming back in the same task costs no second flight', async () => {
    const { flights, ask, pass } = setUp()
    for (const isSent of [false, true]) {
      const controller = new AbortController()
      void ask(ANA, controller.signal)
      if (isSent) await pass()
      controller.abort()
      const answer = ask(ANA)
      await pass()
      expect(flights).toHaveLength(isSent ? 2 : 1)
      flights.at(-1)?.answer(none(ANA))
      expect(await answer).toBe('none')
    }
  })

  test('leaves no listener behind', async () => {
    const { flights, ask, pass } = setUp()
    const { signal } = new AbortController()
    const removed = vi.spyOn(signal, 'removeEventListener')
    const added = vi.spyOn(signal, 'addEventListener')
    const answer = ask(ANA, signal)
    await pass()
    flights[0]?.answer(none(ANA))
    await answer
    expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
      added.mock.calls.map(([type, listener]) => [type, listener]),
    )
  })
})

describe('refresh', () => {
  test('is told to the transport', async () => {
    const { flights, ask, pass } = setUp()
    void ask(ANA, undefined, true)
    void ask(BOB)
    await pass()
    expect(flights[0]).toMatchObject({ chatIds: [ANA, BOB], refresh: [ANA] })
  })

  test('never joins a plain look-up on its way, but another refresh', async () => {
    const { flights, ask, pass } = setUp()
    const plain = ask(ANA)
    await pass()
    const fresh = [ask(ANA, undefined, true), ask(ANA, undefined, true)]
    await pass()
    expect(flights.map(({ refresh }) => refresh)).toEqual([[], [ANA]])
    flights[1]?.answer({ chatId: ANA, status: 'hidden', freshForMs: 1 })
    expect(await Promise.all(fresh)).toEqual(['hidden', 'hidden'])
    flights[0]?.answer(none(ANA))
    expect(await plain).toBe('none')
  })

  test('together with a plain call of the same moment both are answered', async () => {
    const { flights, ask, pass } = setUp()
    const answers = [ask(ANA), ask(ANA, undefined, true)]
    await pass()
    expect(flights).toHaveLength(1)
    expect(flights[0]?.refresh).toEqual([ANA])
    flights[0]?.answer(none(ANA))
    expect(await Promise.all(answers)).toEqual(['none', 'none'])
  })
})

describe('pending', () => {
  test('is asked again after its time, while somebody waits, and newer ids go before it', async () => {
    const { flights, ask, pass } = setUp()
    const controller = new AbortController()
    const ana = ask(ANA)
    void ask(BOB, controller.signal)
    void ask(EVE)
    await pass()
    flights[0]?.answer(pending(ANA, 500), pending(BOB, 500), pending(EVE, 500))
    flights[0]?.end()
    controller.abort()
    await pass(400)
    expect(flights).toHaveLength(1)
    for (const id of range(100, 199)) void ask(id)
    await pass(200)
    expect(flights[1]?.chatIds).toEqual(range(100, 199))
    expect(flights[2]?.chatIds).toEqual([ANA, EVE])
    flights[2]?.answer(none(ANA))
    expect(await ana).toBe('none')
  })

  test('leaving while it waits stops its timer', async () => {
    const { flights, ask, pass } = setUp()
    const controller = new AbortController()
    const answer = ask(ANA, controller.signal)
    await pass()
    flights[0]?.answer(pending(ANA, 50_000))
    flights[0]?.end()
    await pass()
    controller.abort('enough')
    expect(await answer).toBe('enough')
    await pass(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a caller who comes while it waits joins it', async () => {
    const { flights, ask, pass } = setUp()
    const first = ask(ANA)
    await pass()
    flights[0]?.answer(pending(ANA, 500))
    await pass()
    const second = ask(ANA)
    await pass(600)
    expect(flights).toHaveLength(2)
    flights[1]?.answer(none(ANA))
    expect(await Promise.all([first, second])).toEqual(['none', 'none'])
  })
})

describe('failures', () => {
  test('an AvatarError of the transport reaches all who wait, anything else is network', async () => {
    const { flights, client, ask, pass } = setUp()
    const refused = Promise.allSettled([client.getAvatar(ANA)])
    await pass()
    flights[0]?.end(new AvatarError('overloaded', { retryAfterMs: 70 }))
    expect(await refused).toMatchObject([{ reason: { code: 'overloaded', retryAfterMs: 70 } }])
    const broken = ask(BOB)
    await pass()
    flights[1]?.end(new TypeError('token in here'))
    expect(await broken).toBe('network')
  })

  test('a transport that throws at once fails as network and leaves nothing behind', async () => {
    const transport: AvatarTransport = () => {
      throw new Error('no')
    }
    const answer = createAvatarClient({ transport })
      .getAvatar(ANA)
      .catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(10)
    expect(await answer).toMatchObject({ code: 'network' })
    expect(vi.getTimerCount()).toBe(0)
  })

  test('silence for timeoutMs fails those without an answer; every answer starts it anew', async () => {
    const { flights, ask, pass } = setUp(1000)
    const answers = [ask(ANA), ask(BOB), ask(EVE)]
    await pass(905)
    flights[0]?.answer(none(ANA))
    await pass(900)
    flights[0]?.answer(none(BOB))
    await pass(900)
    expect(flights[0]?.signal.aborted).toBe(false)
    await pass(200)
    expect(await Promise.all(answers)).toEqual(['none', 'none', 'timeout'])
    expect(flights[0]?.signal.aborted).toBe(true)
  })

  test('a transport that ignores its signal hangs nobody and blocks nothing', async () => {
    const asked: string[][] = []
    const transport: AvatarTransport = (chatIds) => {
      asked.push([...chatIds])
      return { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) }
    }
    const client = createAvatarClient({ transport, timeoutMs: 1000 })
    const outcomes: unknown[] = []
    for (const id of [ANA, BOB, EVE]) {
      client.getAvatar(id).catch((error: AvatarError) => outcomes.push(error.code))
      await vi.advanceTimersByTimeAsync(10)
    }
    await vi.advanceTimersByTimeAsync(5000)
    expect(asked).toEqual([[ANA], [BOB], [EVE]])
    expect(outcomes).toEqual(['timeout', 'timeout', 'timeout'])
  })
})
