import { ListenError } from './http/listen.js'
import { SettingsError } from './settings/SettingsError.js'
import { helpText } from './settings/helpText.js'
import { readFlags } from './settings/readFlags.js'
import { type GatewayOptions, type RunningGateway, startGateway } from './startGateway.js'
import { readVersion } from './version.js'

/** What became of the command: a gateway that runs, or the code to exit with. */
export type RunResult = { readonly running: RunningGateway } | { readonly exitCode: 0 | 1 | 2 }

/** Where the command writes. */
export interface Output {
  out(text: string): void
  error(text: string): void
}

/** Does what the command line asks for. Exit codes: 0 done, 1 could not listen, 2 settings missing or wrong. */
export async function run(
  options: GatewayOptions & { readonly args: readonly string[] },
  output: Output,
): Promise<RunResult> {
  const { help, version } = readFlags(options.args)
  if (help || version) {
    output.out(help ? helpText() : `${readVersion()}\n`)
    return { exitCode: 0 }
  }
  try {
    return { running: await startGateway(options) }
  } catch (error) {
    if (error instanceof SettingsError) {
      output.error(`${error.message}\navatar-gateway --help explains every setting.\n`)
      return { exitCode: 2 }
    }
    if (!(error instanceof ListenError)) throw error
    output.error(`avatar-gateway did not start: ${error.message}\n`)
    return { exitCode: 1 }
  }
}
