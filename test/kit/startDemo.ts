import type { RunningProgram } from './startProgram.js'
import { startProgram } from './startProgram.js'

/** The demo's address as it prints it. */
export const DEMO_ADDRESS = /(http:\/\/127\.0\.0\.1:\d+)/

/** Starts the demo as `pnpm demo` does, on a free port and without any credentials of the machine it runs on. */
export function startDemo(env: NodeJS.ProcessEnv = {}): Promise<RunningProgram> {
  const { GREEN_API_ID_INSTANCE: _id, GREEN_API_TOKEN: _token, DEMO_CHATS: _chats, ...clean } = process.env
  return startProgram({
    command: process.execPath,
    args: ['--conditions=@greenapi/source', '--import', 'tsx', 'examples/inbox/server/main.ts'],
    env: { ...clean, PORT: '0', ...env },
    ready: DEMO_ADDRESS,
  })
}
