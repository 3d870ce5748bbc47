import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Environment } from './settings/readValues.js'

const BIN = fileURLToPath(new URL('bin.ts', import.meta.url))

/** The program as a process of its own. */
export interface Program {
  readonly stdout: () => string
  readonly stderr: () => string
  /** The address, once it was printed. Rejects when the program ends before. */
  readonly address: Promise<string>
  /** Exit code, or the name of the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals | null>
  kill(signal: NodeJS.Signals): void
  /** Ends it whatever it does. */
  [Symbol.asyncDispose](): Promise<void>
}

/** Starts the real program with this environment and nothing else of ours. */
export function startProgram(env: Environment, args: readonly string[] = []): Program {
  const child = spawn(process.execPath, ['--conditions=@greenapi/source', '--import', 'tsx', BIN, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdout.setEncoding('utf8')
  // `close` and not `exit`: by then all output has come.
  const exited = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: string) => {
      stdout += text
      const found = /^avatar-gateway listening on (\S+)$/m.exec(stdout)?.[1]
      if (found !== undefined) resolve(found)
    })
    void exited.then((code) => reject(new Error(`The program ended with ${code}:\n${stderr}`)))
  })
  // Tests of refusals never ask for it.
  address.catch(() => {})
  return {
    stdout: () => stdout,
    stderr: () => stderr,
    address,
    exited,
    kill: (signal) => void child.kill(signal),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
