import { decodeAnswer, type WireAnswer } from '@greenapi/avatar-core/protocol'
import { type Simulator, type SimulatorOptions, createSimulator } from '@greenapi/simulator'
import {
  type AvatarHandler,
  type AvatarHandlerOptions,
  type AvatarServerEvent,
  createAvatarHandler,
} from '../src/index.js'
import { type FakeClock, createFakeClock } from './fakeClock.js'

export const BACKEND_URL = 'http://app.example/api/avatars'

export interface Harness {
  readonly clock: FakeClock
  readonly simulator: Simulator
  readonly handler: AvatarHandler
  readonly events: AvatarServerEvent[]
  /** The first `count` people of the simulator. */
  readonly ids: (count: number) => string[]
  readonly post: (chatIds: readonly string[], how?: PostOptions) => Promise<Response>
  readonly get: (query: string, headers?: Record<string, string>) => Promise<Response>
  /** Posts, lets time go on until all is answered, and reads the lines. */
  readonly ask: (chatIds: readonly string[], how?: PostOptions) => Promise<WireAnswer[]>
}

export interface PostOptions {
  readonly refresh?: readonly string[]
  readonly waitMs?: number
  readonly headers?: Record<string, string>
  readonly signal?: AbortSignal
  readonly ip?: string
}

/** A handler over a simulator, both on one clock that stands still. */
export async function createHarness(
  options: Partial<AvatarHandlerOptions> = {},
  simulated: SimulatorOptions = {},
): Promise<Harness> {
  const clock = createFakeClock()
  const events: AvatarServerEvent[] = []
  const simulator = createSimulator({ contacts: 400, groups: 5, now: () => clock.now(), ...simulated })
  const { idInstance, apiToken } = simulator
  const handler = createAvatarHandler({
    authorize: 'public',
    ...(options.credentialsFor === undefined ? { credentials: { idInstance, apiToken } } : {}),
    clock,
    fetch: simulator.fetch,
    random: () => 0,
    onEvent: (event) => events.push(event),
    ...options,
  })
  // Keys are derived on other threads, in real time: that must be over before the clock moves.
  if (options.credentialsFor === undefined) await collect(handler.lookup([]))
  const post = (chatIds: readonly string[], { refresh, waitMs, headers, signal, ip }: PostOptions = {}) =>
    handler(
      new Request(BACKEND_URL, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ chatIds, refresh, waitMs }),
        ...(signal === undefined ? {} : { signal }),
      }),
      { ip: ip ?? '203.0.113.7' },
    )
  return {
    clock,
    simulator,
    handler,
    events,
    ids: (count) =>
      simulator.contacts
        .filter(({ chatId }) => chatId.endsWith('@c.us'))
        .slice(0, count)
        .map(({ chatId }) => chatId),
    post,
    get: (query, headers = {}) =>
      handler(new Request(`${BACKEND_URL}${query}`, { headers }), { ip: '203.0.113.7' }),
    ask: (chatIds, how) => whileAdvancing(clock, post(chatIds, how).then(readLines)),
  }
}

/** Lets time go on, in steps, until the promise settles. */
export async function whileAdvancing<Value>(
  clock: FakeClock,
  promise: Promise<Value>,
  stepMs = 50,
): Promise<Value> {
  let isSettled = false
  const settled = promise.finally(() => {
    isSettled = true
  })
  for (let step = 0; step < 20_000; step += 1) {
    await clock.advance(isSettled ? 0 : stepMs)
    if (isSettled) return settled
  }
  throw new Error('The promise did not settle in the time given.')
}

export async function readLines(response: Response): Promise<WireAnswer[]> {
  return parseLines(await response.text())
}

export function parseLines(text: string): WireAnswer[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const answer = decodeAnswer(JSON.parse(line))
      if (answer === undefined) throw new Error(`Not an answer: ${line}`)
      return answer
    })
}

export async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = []
  for await (const value of values) all.push(value)
  return all
}
