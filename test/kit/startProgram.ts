import { spawn } from 'node:child_process'

/** A program under test, with everything it has printed. */
export interface RunningProgram {
  /** The first match of `ready` in the output. */
  ready: RegExpExecArray
  /** Process id; with `group`, of the whole group. */
  pid: number
  output: () => string
  /** Sends the signal (default SIGINT, as Ctrl-C does) and waits for the end. @returns The exit code, or the signal's name. */
  stop: (signal?: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>
}

/** How to start a program and when it counts as ready. */
export interface StartProgramOptions {
  command: string
  args: readonly string[]
  env?: NodeJS.ProcessEnv | undefined
  /** Printed once the program is ready. */
  ready: RegExp
  /** Milliseconds to wait for that. Default 120,000: a first start may install. */
  timeoutMs?: number | undefined
  /** Signals go to the whole process group, as a terminal's Ctrl-C does. Default false. */
  group?: boolean | undefined
}

/** Starts a program and waits until it says that it is ready. @throws Error with its output when it ends or stays silent. */
export async function startProgram(options: StartProgramOptions): Promise<RunningProgram> {
  const { command, args, env = process.env, ready, timeoutMs = 120_000, group = false } = options
  const child = spawn(command, [...args], { env, detached: group, stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal))
  })
  let output = ''
  const { pid } = child
  if (pid === undefined) throw new Error(`${command} could not be started`)
  const kill = (signal: NodeJS.Signals): void => {
    if (child.exitCode === null && child.signalCode === null) process.kill(group ? -pid : pid, signal)
  }
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    const fail = (why: string): void =>
      reject(new Error(`${command} ${args.join(' ')} ${why}. It printed:\n${output}`))
    const timer = setTimeout(() => {
      kill('SIGKILL')
      fail(`was not ready after ${timeoutMs} ms`)
    }, timeoutMs)
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const found = ready.exec(output)
      if (found === null) return
      clearTimeout(timer)
      resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void exited.then((code) => {
      clearTimeout(timer)
      fail(`ended with ${code}`)
    })
  })
  return {
    ready: match,
    pid,
    output: () => output,
    stop(signal = 'SIGINT') {
      kill(signal)
      return exited
    },
  }
}
