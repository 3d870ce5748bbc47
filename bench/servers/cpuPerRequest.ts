import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { ServerReady } from './serve.js'

const CONNECTIONS = 16

/** A server in a process of its own. */
export interface BenchServer extends ServerReady {
  /** CPU microseconds of the server's process per request, over `count` requests for `path`. */
  measure: (path: string, count: number) => Promise<number>
  stop: () => void
}

/** Starts `serve.ts` with these arguments. */
export async function startBenchServer(...args: readonly string[]): Promise<BenchServer> {
  const child = fork(fileURLToPath(new URL('serve.ts', import.meta.url)), [...args])
  const ready = await nextMessage<ServerReady>(child)
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const cpu = async (): Promise<number> => {
    child.send('cpu')
    return nextMessage<number>(child)
  }
  return {
    ...ready,
    async measure(path, count) {
      await load(ready.port, { path, count: Math.ceil(count / 4), agent })
      const before = await cpu()
      await load(ready.port, { path, count, agent })
      return ((await cpu()) - before) / count
    },
    stop() {
      agent.destroy()
      child.disconnect()
    },
  }
}

/** The first answer of a server for this path: what a bare server would have to send. */
export async function record(port: number, path: string): Promise<string> {
  const { headers, body } = await ask(port, path)
  const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...rest } = headers
  return JSON.stringify({ headers: rest, body: body.toString('base64') })
}

async function nextMessage<T>(child: ChildProcess): Promise<T> {
  const [message]: T[] = await once(child, 'message')
  if (message === undefined) throw new Error('bench: a server said nothing')
  return message
}

interface Load {
  path: string
  count: number
  agent: Agent
}

async function load(port: number, { path, count, agent }: Load): Promise<void> {
  let left = count
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      await ask(port, path, agent)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
}

function ask(
  port: number,
  path: string,
  agent?: Agent,
): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, ...(agent === undefined ? {} : { agent }) }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        if (response.statusCode === 200) resolve({ headers: response.headers, body: Buffer.concat(chunks) })
        else reject(new Error(`bench: ${path} was answered with ${response.statusCode}`))
      })
    }).on('error', reject)
  })
}
