import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { FAULTS } from '../faults/kinds.js'
import { helpText } from './help.js'
import { run } from './run.js'
import type { RunResult } from './run.js'

interface Ran {
  readonly result: RunResult
  readonly out: string
  readonly error: string
}

async function runWith(...args: string[]): Promise<Ran> {
  let out = ''
  let error = ''
  const result = await run(args, { out: (text) => (out += text), error: (text) => (error += text) })
  return { result, out, error }
}

test('--help teaches every flag and every fault', async () => {
  const { result, out } = await runWith('--help')
  expect(result).toEqual({ exitCode: 0 })
  for (const flag of [
    'port',
    'host',
    'contacts',
    'groups',
    'seed',
    'rate',
    'latency',
    'style',
    'fault',
    'help',
  ]) {
    expect(out).toContain(`  --${flag} `)
  }
  for (const kind of Object.keys(FAULTS)) expect(out).toMatch(new RegExp(`^  ${kind} `, 'm'))
})

test('prints the environment to use it', async () => {
  const { result, out } = await runWith(
    '--contacts',
    '5',
    '--groups',
    '2',
    '--latency',
    '0-1',
    '--style',
    'legacy',
    '--fault',
    'bad_gateway:times=1',
  )
  if (!('running' in result)) throw new Error('it did not start')
  const { url, idInstance, apiToken, simulator, close } = result.running
  try {
    for (const line of [
      `GREEN_API_URL=${url}`,
      `GREEN_API_ID_INSTANCE=${idInstance}`,
      `GREEN_API_TOKEN=${apiToken}`,
      'AVATAR_ALLOW_PRIVATE_ADDRESSES=1',
      `AVATAR_PICTURE_HOSTS=${new URL(url).host}`,
    ]) {
      expect(out.split('\n')).toContain(line)
    }
    expect(simulator.contacts).toHaveLength(7)
    const ask = (): Promise<Response> =>
      fetch(`${url}/waInstance${idInstance}/getAvatar/${apiToken}`, {
        method: 'POST',
        body: '{"chatId":"12025550199@c.us"}',
      })
    expect((await ask()).status).toBe(502)
    expect(await (await ask()).json()).toHaveProperty('existsWhatsapp', false)
  } finally {
    await close()
  }
})

describe('wrong flags end with 2 and say what to write', () => {
  test.each([
    [['--prot', '1'], /Unknown option '--prot'/],
    [['4010'], /4010/],
    [['--port', 'x'], /--port: a whole number is needed, got "x"/],
    [['--port', '70000'], /--port: ports end at 65535/],
    [['--latency', '9-1'], /--latency: milliseconds are needed, such as 200 or 100-600/],
    [['--style', 'new'], /--style: one of legacy, current, base64 is needed/],
    [['--contacts', '999999'], /contacts must be a whole number from 0 to 100000/],
    [['--fault', 'boom'], /--fault: there is no kind "boom"; --help lists them all/],
    [['--fault', 'hang:share=lots'], /share must be a number/],
    [['--fault', 'hang:often'], /after the kind write share=/],
    [['--fault', 'hang:share=7'], /share of fault hang must be from 0 to 1/],
    [['--fault', 'hang:method=send'], /method is getAvatar, checkWhatsapp or getStateInstance/],
  ])('%j', async (args, message) => {
    const { result, out, error } = await runWith(...args)
    expect(result).toEqual({ exitCode: 2 })
    expect([out, error]).toEqual(['', expect.stringMatching(message)])
    expect(error).toContain('Try: greenapi-simulator --help')
  })
})

test('a taken port and a foreign address end with 1 and say what to do', async () => {
  const first = await runWith('--contacts', '1', '--groups', '0')
  if (!('running' in first.result)) throw new Error('it did not start')
  try {
    const taken = await runWith('--port', new URL(first.result.running.url).port)
    expect([taken.result, taken.error]).toEqual([
      { exitCode: 1 },
      expect.stringMatching(/the port is taken.*--port/),
    ])
  } finally {
    await first.result.running.close()
  }
  const foreign = await runWith('--host', '192.0.2.1')
  expect([foreign.result, foreign.error]).toEqual([{ exitCode: 1 }, expect.stringContaining('--host')])
})

describe('the program', () => {
  const bin = fileURLToPath(new URL('../bin.ts', import.meta.url))
  const startProgram = (
    ...args: string[]
  ): { output: () => string; exit: Promise<number | null>; kill: (signal: NodeJS.Signals) => void } => {
    const child = spawn(process.execPath, ['--import', 'tsx', bin, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
    return { output: () => output, exit, kill: (signal) => void child.kill(signal) }
  }

  test('prints help and ends with 0', async () => {
    const program = startProgram('--help')
    expect(await program.exit).toBe(0)
    expect(program.output()).toBe(helpText())
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'starts, answers, and stops on %s with an open request',
    async (signal) => {
      const program = startProgram('--contacts', '3', '--groups', '0', '--fault', 'hang')
      await expect.poll(program.output, { timeout: 20_000 }).toContain('GREEN_API_TOKEN=')
      const value = (name: string): string =>
        new RegExp(`^${name}=(.+)$`, 'm').exec(program.output())?.[1] ?? ''
      const url = `${value('GREEN_API_URL')}/waInstance${value('GREEN_API_ID_INSTANCE')}/getAvatar/${value('GREEN_API_TOKEN')}`
      const answer = fetch(url, { method: 'POST', body: '{"chatId":"12025550199@c.us"}' }).catch(
        (error: unknown) => error,
      )
      program.kill(signal)
      expect(await program.exit).toBe(0)
      expect(await answer).toBeInstanceOf(TypeError)
    },
  )
})
