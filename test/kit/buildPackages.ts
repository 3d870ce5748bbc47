import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The newest change below a folder, in milliseconds since 1970. */
function changedAt(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Math.max(...files.map((file) => statSync(join(folder, file)).mtimeMs))
}

const isFresh = (folder: string): boolean => {
  const built = join(folder, 'dist/index.js')
  const types = join(folder, 'dist/index.d.ts')
  return existsSync(types) && existsSync(built) && statSync(built).mtimeMs > changedAt(join(folder, 'src'))
}

/**
 * Makes `dist` of every package, as `pnpm build` does, for what knows nothing of the condition that leads to the sources. Does
 * nothing when all of them are newer than their sources.
 *
 * @throws Error with the compiler's output.
 */
export async function buildPackages(): Promise<void> {
  const folders = readdirSync('packages').map((name) => join('packages', name))
  if (folders.every(isFresh)) return
  // Vitest's own NODE_ENV would give the development form of JSX.
  const env = { ...process.env, NODE_ENV: 'production' }
  await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--app', '--mode', 'library'], {
    env,
  })
  await run(process.execPath, ['node_modules/typescript/bin/tsc', '-b', ...folders], { env })
}
