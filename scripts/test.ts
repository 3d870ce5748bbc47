import { spawn } from 'node:child_process'
import { findBrowser } from './findBrowser.js'

/** `pnpm test [vitest arguments]`: makes sure that there is a browser, then runs every test once. */
function main(): void {
  let browser: string
  try {
    browser = findBrowser()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
    return
  }
  const vitest = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, CHROME_PATH: browser },
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => vitest.kill(signal))
  vitest.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

main()
