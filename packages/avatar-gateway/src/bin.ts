#!/usr/bin/env node
import { describeError } from './observe/describeError.js'
import { run } from './run.js'
import type { RunningGateway } from './startGateway.js'

// Node itself would print the error with its message, and nobody knows what that holds.
process.on('uncaughtException', (error) => {
  process.stderr.write(
    `${JSON.stringify({ level: 'fatal', name: 'avatar-gateway', ...describeError(error), msg: 'failed' })}\n`,
  )
  process.exit(1)
})

let running: RunningGateway | undefined
let isStopping = false

function stop(): void {
  // A second signal, or nothing to finish yet.
  if (isStopping || running === undefined) process.exit(isStopping ? 1 : 0)
  isStopping = true
  void running.close().then(() => process.exit(0))
}

process.on('SIGTERM', stop)
process.on('SIGINT', stop)

const result = await run(
  { args: process.argv.slice(2), env: process.env },
  {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
  },
)

if ('exitCode' in result) process.exitCode = result.exitCode
else running = result.running
