import { startSimulator } from '../http/startSimulator.js'
import type { RunningSimulator } from '../http/startSimulator.js'
import { helpText } from './help.js'
import { parseFlags } from './parseFlags.js'
import { UsageError } from './usageError.js'

/** Where the command writes. */
export interface Output {
  out(text: string): void
  error(text: string): void
}

/** What became of the command: a server that runs, or the code to exit with. */
export type RunResult = { readonly running: RunningSimulator } | { readonly exitCode: 0 | 1 | 2 }

/** Does what the command line asks for. Exit codes: 0 done, 1 could not start, 2 wrong flags. */
export async function run(args: readonly string[], output: Output): Promise<RunResult> {
  try {
    const command = parseFlags(args)
    if (command.help) {
      output.out(helpText())
      return { exitCode: 0 }
    }
    const running = await startSimulator(command.options)
    output.out(environmentText(running))
    return { running }
  } catch (error) {
    return { exitCode: report(error, output) }
  }
}

function environmentText({ url, idInstance, apiToken, simulator }: RunningSimulator): string {
  const groups = simulator.contacts.filter((contact) => contact.kind === 'group').length
  const { host } = new URL(url)
  return `GREEN-API simulator at ${url}: ${simulator.contacts.length - groups} contacts, ${groups} groups, ${simulator.pictures.length} pictures

Point a backend at it with this environment:

GREEN_API_URL=${url}
GREEN_API_ID_INSTANCE=${idInstance}
GREEN_API_TOKEN=${apiToken}
AVATAR_ALLOW_PRIVATE_ADDRESSES=1
AVATAR_PICTURE_HOSTS=${host}

avatar-gateway reads all five. createAvatarHandler reads the first three; so that it may fetch pictures from
this machine, pass it: allowPrivateAddresses: true, pictureHosts: ['${host}']

A chat to ask for: ${simulator.contacts.find((contact) => contact.outcome === 'found')?.chatId ?? '(none has a picture)'}
Ctrl-C stops it.
`
}

function report(error: unknown, output: Output): 1 | 2 {
  if (error instanceof UsageError || error instanceof RangeError || error instanceof TypeError) {
    output.error(`${error.message.replace('@greenapi/simulator: ', '')}\nTry: greenapi-simulator --help\n`)
    return 2
  }
  output.error(`The simulator could not start: ${startProblem(error)}\n`)
  return 1
}

/** The system's error in words, and what to do about it. */
function startProblem(error: unknown): string {
  const { code, message = String(error) }: { code?: unknown; message?: string } =
    error instanceof Error ? error : {}
  switch (code) {
    case 'EADDRINUSE':
      return 'the port is taken. Stop the program that uses it, or choose another with --port (0 finds a free one)'
    case 'EACCES':
      return 'this port needs more rights. Choose one above 1023 with --port'
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'the address of --host is not one of this machine. Leave --host out to listen on 127.0.0.1'
    default:
      return message
  }
}
