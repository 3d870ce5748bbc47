import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { person } from './backend.kit.js'
import { createAvatarClient } from './createAvatarClient.js'
import { createManualTransport, none, pending } from './transport.kit.js'

const [ANA, BOB] = [person(1), person(2)]

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp() {
  const { transport, flights } = createManualTransport()
  const client = createAvatarClient({ transport })
  const ask = (id: string, signal?: AbortSignal): Promise<unknown> =>
    client.getAvatar(id, { signal }).then(
      ({ status }) => status,
      (error: unknown) => error,
    )
  const pass = (ms = 10): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)
  return { flights, ask, pass }
}

test.each(['queued', 'on its way', 'pending'])(
  'a caller who comes between the leaving of two others is answered: the look-up is %s',
  async (state) => {
    const { flights, ask, pass } = setUp()
    const [one, two] = [new AbortController(), new AbortController()]
    void ask(ANA, one.signal)
    void ask(ANA, two.signal)
    if (state !== 'queued') await pass()
    if (state === 'pending') flights[0]?.answer(pending(ANA, 50))
    if (state === 'pending') await pass(0)
    let answer: Promise<unknown> | undefined
    one.abort()
    queueMicrotask(() => {
      answer = ask(ANA)
    })
    two.abort()
    await pass(100)
    flights.at(-1)?.answer(none(ANA))
    flights.at(-1)?.end()
    await pass()
    expect(await answer).toBe('none')
  },
)

test('a chat asked for anew while the answers of others are still to come has a look-up of its own', async () => {
  const { flights, ask, pass } = setUp()
  const first = [ask(ANA), ask(BOB)]
  await pass()
  flights[0]?.answer(none(ANA))
  await pass()
  const again = ask(ANA)
  await pass()
  expect(flights.map(({ chatIds }) => chatIds)).toEqual([[ANA, BOB], [ANA]])
  flights[0]?.answer({ chatId: ANA, status: 'hidden', freshForMs: 1 }, none(BOB))
  flights[1]?.answer(none(ANA))
  expect(await Promise.all([...first, again])).toEqual(['none', 'none', 'none'])
})

test('a pending that comes when its caller has left leaves no timer', async () => {
  const { flights, ask, pass } = setUp()
  const controller = new AbortController()
  void ask(ANA, controller.signal)
  const bob = ask(BOB)
  await pass()
  controller.abort()
  await pass()
  flights[0]?.answer(pending(ANA, 50_000), none(BOB))
  flights[0]?.end()
  await pass()
  expect(await bob).toBe('none')
  expect(vi.getTimerCount()).toBe(0)
})

test('a signal that has aborted already costs no request and no listener that stays', async () => {
  const { flights, ask, pass } = setUp()
  const signal = AbortSignal.abort('before')
  const removed = vi.spyOn(signal, 'removeEventListener')
  expect(await ask(ANA, signal)).toBe('before')
  await pass()
  expect(flights).toHaveLength(0)
  expect(removed).toHaveBeenCalledTimes(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('many pendings whose time is up at one moment travel together', async () => {
  const { flights, ask, pass } = setUp()
  const ids = Array.from({ length: 50 }, (_, index) => person(index))
  const answers = ids.map((id) => ask(id))
  await pass()
  flights[0]?.answer(...ids.map((id) => pending(id, 300)))
  flights[0]?.end()
  await pass(400)
  expect(flights.map(({ chatIds }) => chatIds)).toEqual([ids, ids])
  flights[1]?.answer(...ids.map(none))
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['none']))
})

test('a transport that goes on after its flight has ended reaches nobody, and opens no third flight', async () => {
  const { flights, ask, pass } = setUp()
  const controller = new AbortController()
  void ask(ANA, controller.signal)
  await pass()
  const [late] = flights
  controller.abort()
  await pass()
  const answer = ask(ANA)
  await pass()
  late?.answer(none(ANA))
  late?.end()
  void ask(person(3))
  await pass()
  void ask(person(4))
  await pass()
  expect(flights.filter(({ signal }) => !signal.aborted)).toHaveLength(2)
  flights[1]?.answer({ chatId: ANA, status: 'hidden', freshForMs: 1 })
  expect(await answer).toBe('hidden')
})
