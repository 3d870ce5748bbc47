import { parseChatId } from '@greenapi/avatar-core/protocol'
import type { ChatId } from '@greenapi/avatar-core/protocol'
import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener } from 'node:http'
import { onTestFinished } from 'vitest'
import type { Clock } from '../time/clock.js'
import { createPictures } from './createPictures.js'
import type { PicturesOptions } from './resolvePicturesOptions.js'
import { resolvePicturesOptions } from './resolvePicturesOptions.js'
import type { PictureTransport } from './transport.js'
import type { PictureContext, PictureEvent, PictureResponse, PictureSource, Pictures } from './types.js'

export const CHAT: ChatId = parseChatId('5521999990000@c.us')
export const OTHER_CHAT: ChatId = parseChatId('5521999990001@c.us')
export const SECRET: Uint8Array = new Uint8Array(32).fill(7)
export const START_MS: number = Date.UTC(2026, 5, 15, 12)
export const HOUR_MS = 3_600_000

/** The smallest bodies that pass for a picture of their type, `length` bytes long. */
export function jpegBytes(length = 64): Uint8Array {
  const bytes = new Uint8Array(length)
  bytes.set([0xff, 0xd8, 0xff, 0xe0])
  return bytes
}

/** Time that stands still until told otherwise. */
export interface TestClock extends Clock {
  advance(ms: number): void
  /** Timers that were neither run nor cancelled. */
  readonly timers: number
}

export function createTestClock(startMs: number = START_MS): TestClock {
  let nowMs = startMs
  const timers = new Set<{ atMs: number; callback: () => void }>()
  return {
    now: () => nowMs,
    setTimer(callback, delayMs) {
      const timer = { atMs: nowMs + delayMs, callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance(ms) {
      nowMs += ms
      for (const timer of timers) {
        if (timer.atMs > nowMs) continue
        timers.delete(timer)
        timer.callback()
      }
    },
    get timers() {
      return timers.size
    },
  }
}

/** A picture host on loopback that is closed with its test. */
export interface Cdn {
  /** `127.0.0.1:port`, for `pictureHosts`. */
  readonly host: string
  readonly requests: IncomingMessage[]
  /** Answers the requests from now on; a jpeg of 64 bytes by default. */
  answer(listener: RequestListener): void
  link(path?: string): string
}

export async function startCdn(): Promise<Cdn> {
  const requests: IncomingMessage[] = []
  let listener: RequestListener = (_request, response) => void response.end(jpegBytes())
  const server = createServer((request, response) => {
    requests.push(request)
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    host,
    requests,
    answer(next) {
      listener = next
    },
    link: (path = '/v/1_2_3_n.jpg?oh=secret') => `http://${host}${path}`,
  }
}

/** The look-up side of a test: what is known, what asking again finds, and how often that was done. */
export interface TestLookUps extends PictureContext {
  known: PictureSource | undefined
  again: PictureSource | undefined
  /** Runs before an answer is given. */
  beforeAgain: (signal: AbortSignal) => Promise<void>
  count: number
}

export function createLookUps(known?: PictureSource): TestLookUps {
  const lookUps: TestLookUps = {
    known,
    again: known,
    beforeAgain: () => Promise.resolve(),
    count: 0,
    currentPicture: () => lookUps.known,
    async lookUpAgain(_chatId, { signal }) {
      lookUps.count++
      await lookUps.beforeAgain(signal)
      return lookUps.again
    },
  }
  return lookUps
}

/** Pictures of the simulator kind: the host is on loopback. Closed with the test. */
export async function startPictures(
  cdn: Cdn | undefined,
  options: PicturesOptions & { keyMaterial?: Uint8Array | readonly Uint8Array[] } = {},
): Promise<{ pictures: Pictures; clock: TestClock; events: PictureEvent[] }> {
  const clock = createTestClock()
  const events: PictureEvent[] = []
  const { keyMaterial = SECRET, ...rest } = options
  const resolved = resolvePicturesOptions({
    clock,
    pictureHosts: cdn === undefined ? [] : [cdn.host],
    allowPrivateAddresses: true,
    onEvent: (event) => events.push(event),
    ...rest,
  })
  const pictures = await createPictures(resolved, keyMaterial)
  onTestFinished(() => pictures.close())
  return { pictures, clock, events }
}

/** The sealed part of a picture's url. */
export const sealOf = (pictures: Pictures, source: PictureSource, nowMs: number = START_MS): string =>
  pictures.seal(source, nowMs).url.replace('picture/', '')

/** A GET for a sealed text. */
export async function get(
  pictures: Pictures,
  context: PictureContext,
  request: { sealed: string; method?: string; size?: string; ifNoneMatch?: string; signal?: AbortSignal },
): Promise<PictureResponse> {
  return pictures.respond({ method: 'GET', ...request }, context)
}

/** A host that has this one picture. */
export function transportOf(bytes: Uint8Array): PictureTransport {
  async function* body(): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  const answer = () => ({ status: 200, header: () => undefined, body: body(), discard() {} })
  return { get: async () => ({ kind: 'answer', answer: answer() }), close() {} }
}
