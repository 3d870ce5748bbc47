import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { WireAnswer } from '@greenapi/avatar-core/protocol'
import type { Simulator } from '@greenapi/simulator'
import { startSimulator } from '@greenapi/simulator/node'
import { type AvatarServerEvent, type GreenApiCredentials, createAvatarHandler } from '../src/index.js'
import { collect } from './harness.js'

const SIMULATOR = fileURLToPath(new URL('../../simulator/src/bin.ts', import.meta.url))
const TSX = createRequire(import.meta.url).resolve('tsx')
/** Ends by itself, should nobody end it. */
const BURN_CPU = 'const end = Date.now() + 120_000; while (Date.now() < end);'

export interface ColdFill {
  readonly answers: readonly WireAnswer[]
  readonly tookMs: number
  /** How the upstream answered the calls. */
  readonly outcomes: readonly string[]
  /** Times that it said "too many". */
  readonly slowDowns: number
}

/** A simulator to ask. */
export interface Upstream {
  readonly credentials: GreenApiCredentials
  close(): Promise<void>
}

/** Looks unknown chats up, in real time, while another process burns CPU. */
export async function fillCold(count: number, start: () => Promise<Upstream>): Promise<ColdFill> {
  const burner = spawn(process.execPath, ['-e', BURN_CPU])
  const upstream = await start()
  const events: AvatarServerEvent[] = []
  const handler = createAvatarHandler({
    authorize: 'public',
    credentials: upstream.credentials,
    onEvent: (event) => events.push(event),
  })
  try {
    const chatIds = Array.from({ length: count }, (_, n) => `${5521900000000 + n}@c.us`)
    const startedMs = performance.now()
    const answers = await collect(handler.lookup(chatIds, { maxWaitMs: 100_000 }))
    return {
      answers,
      tookMs: performance.now() - startedMs,
      outcomes: events.flatMap((event) => (event.type === 'upstream' ? [event.outcome] : [])),
      slowDowns: events.filter(({ type }) => type === 'slowed_down').length,
    }
  } finally {
    handler.close()
    await Promise.all([end(burner), upstream.close()])
  }
}

const LATENCY_MS = [20, 400] as const

/** In this process, without a limit. */
export async function startUpstreamHere(): Promise<Upstream & { readonly simulator: Simulator }> {
  const running = await startSimulator({
    contacts: 10,
    groups: 0,
    latencyMs: LATENCY_MS,
    ratePerSecond: Infinity,
  })
  // Its first answers take it long, and with that it would see the first calls late.
  const { apiUrl, idInstance, apiToken } = running
  const state = `${apiUrl}/waInstance${idInstance}/getStateInstance/${apiToken}`
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(Array.from({ length: 20 }, async () => (await fetch(state)).text()))
  }
  return { credentials: running, simulator: running.simulator, close: () => running.close() }
}

/** Looks how long this process was held up at worst, until it is asked. */
export function watchStalls(): () => number {
  const EVERY_MS = 5
  let worstMs = 0
  let lastMs = performance.now()
  const timer = setInterval(() => {
    const nowMs = performance.now()
    worstMs = Math.max(worstMs, nowMs - lastMs - EVERY_MS)
    lastMs = nowMs
  }, EVERY_MS)
  return () => {
    clearInterval(timer)
    return worstMs
  }
}

/** As a process of its own, which counts in windows of 900 ms. */
export async function startUpstreamProcess(): Promise<Upstream> {
  const flags = ['--contacts', '10', '--groups', '0', '--latency', LATENCY_MS.join('-')]
  const args = ['--conditions=@greenapi/source', '--import', TSX, SIMULATOR, ...flags]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const env = await environmentOf(child)
  return {
    credentials: {
      idInstance: env['GREEN_API_ID_INSTANCE'] ?? '',
      apiToken: env['GREEN_API_TOKEN'] ?? '',
      apiUrl: env['GREEN_API_URL'],
    },
    close: () => end(child),
  }
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** What the simulator prints once it listens. */
async function environmentOf({ stdout }: ChildProcess): Promise<Readonly<Record<string, string>>> {
  let text = ''
  for await (const piece of stdout ?? []) {
    text += String(piece)
    const found = Object.fromEntries(
      [...text.matchAll(/^(\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]),
    )
    if ('GREEN_API_URL' in found && 'GREEN_API_TOKEN' in found && 'GREEN_API_ID_INSTANCE' in found)
      return found
  }
  throw new Error('The simulator did not start.')
}
