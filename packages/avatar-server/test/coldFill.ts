import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { WireAnswer } from '@greenapi/avatar-core/protocol'
import { type AvatarServerEvent, createAvatarHandler } from '../src/index.js'
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
  /** Times that it said "too many", which it does at the eleventh call in any 900 ms that it sees. */
  readonly slowDowns: number
}

/**
 * Looks unknown chats up, in real time: the upstream is a process of its own that takes 20 to 400 ms for an answer, and a third one
 * burns CPU meanwhile.
 */
export async function fillCold(count: number): Promise<ColdFill> {
  const processes: ChildProcess[] = [spawn(process.execPath, ['-e', BURN_CPU])]
  const events: AvatarServerEvent[] = []
  try {
    const upstream = startSimulator()
    processes.push(upstream)
    const env = await environmentOf(upstream)
    const handler = createAvatarHandler({
      authorize: 'public',
      credentials: {
        idInstance: env['GREEN_API_ID_INSTANCE'] ?? '',
        apiToken: env['GREEN_API_TOKEN'] ?? '',
        apiUrl: env['GREEN_API_URL'],
      },
      onEvent: (event) => events.push(event),
    })
    const chatIds = Array.from({ length: count }, (_, n) => `${5521900000000 + n}@c.us`)
    const startedMs = performance.now()
    const answers = await collect(handler.lookup(chatIds, { maxWaitMs: 100_000 }))
    const tookMs = performance.now() - startedMs
    handler.close()
    return {
      answers,
      tookMs,
      outcomes: events.flatMap((event) => (event.type === 'upstream' ? [event.outcome] : [])),
      slowDowns: events.filter(({ type }) => type === 'slowed_down').length,
    }
  } finally {
    for (const one of processes) one.kill('SIGKILL')
    await Promise.all(processes.map((one) => one.exitCode ?? one.signalCode ?? once(one, 'exit')))
  }
}

function startSimulator(): ChildProcess {
  const flags = ['--contacts', '10', '--groups', '0', '--latency', '20-400']
  const args = ['--conditions=@greenapi/source', '--import', TSX, SIMULATOR, ...flags]
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
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
