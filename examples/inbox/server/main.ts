import { startDemo, type Demo } from './demo.js'
import { readSettings, StartError } from './settings.js'

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** More than closing ever takes; then the demo leaves without waiting. */
const STOP_LIMIT_MS = 3_000

let running: Demo | undefined
for (const signal of STOP_SIGNALS) process.once(signal, () => void stop())
// A closed terminal takes its output away before the signal comes.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => void stop())

try {
  running = await startDemo(readSettings(process.env))
  process.stdout.write(`\nOpen ${running.url}\n${running.about}\nCtrl-C stops the demo.\n\n`)
} catch (error) {
  process.exitCode = 1
  process.stderr.write(`\nThe demo did not start. ${reason(error)}\n\n`)
}

/** Closes everything, after which Node ends by itself. A second Ctrl-C ends it at once: its listener is gone. */
async function stop(): Promise<void> {
  // All that is half started lives in this process, and goes with it.
  if (running === undefined) process.exit()
  setTimeout(() => process.exit(), STOP_LIMIT_MS).unref()
  await running.close()
}

function reason(error: unknown): string {
  if (error instanceof StartError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
