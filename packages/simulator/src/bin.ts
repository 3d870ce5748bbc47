#!/usr/bin/env node
import { run } from './cli/run.js'

const result = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
})

if ('exitCode' in result) {
  process.exitCode = result.exitCode
} else {
  const stop = (): void => void result.running.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
