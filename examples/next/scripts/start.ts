import { startSimulator } from '@greenapi/simulator/node'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * `next dev` or `next start`, with the simulator in place of GREEN-API unless GREEN_API_TOKEN is set. An app has no need of
 * this file: it sets the GREEN_API_* variables and runs Next.
 */
const [command = 'dev', ...args] = process.argv.slice(2)
const simulator = process.env['GREEN_API_TOKEN'] ? undefined : await simulate()
const next = spawn(
  process.execPath,
  [createRequire(import.meta.url).resolve('next/dist/bin/next'), command, '--hostname', '127.0.0.1', ...args],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
    env: { ...process.env, ...simulator?.env },
  },
)
let isStopped = false
const stop = (): void => {
  isStopped = true
}
// A terminal sends Ctrl-C to both; other senders know this process only.
process.on('SIGINT', stop)
process.on('SIGTERM', () => {
  stop()
  next.kill('SIGTERM')
})
next.once('exit', (code) => {
  process.exitCode = isStopped ? 0 : (code ?? 1)
  void simulator?.close()
})

async function simulate() {
  const { apiUrl, idInstance, apiToken, simulator, close } = await startSimulator({
    seed: 3589,
    latencyMs: [20, 120],
  })
  const { contacts } = simulator
  const names = new Map(contacts.map(({ chatId, name }) => [chatId, name]))
  const toChat = (id: string) => ({ id, name: names.get(id) ?? '' })
  const people = contacts.filter(({ kind }) => kind === 'user').slice(0, 12)
  const groups = contacts.filter(({ kind }) => kind === 'group').slice(0, 7)
  const chats = [
    ...people.map(({ chatId }) => toChat(chatId)),
    ...groups.map(({ chatId, members = [] }) => ({ ...toChat(chatId), members: members.map(toChat) })),
  ]
  return {
    close,
    env: {
      GREEN_API_ID_INSTANCE: idInstance,
      GREEN_API_TOKEN: apiToken,
      GREEN_API_URL: apiUrl,
      SIMULATOR_HOST: new URL(apiUrl).host,
      EXAMPLE_CHATS: JSON.stringify(chats),
    },
  }
}
