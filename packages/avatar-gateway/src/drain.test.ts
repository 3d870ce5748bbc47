import { Agent, get } from 'node:http'
import { describe, expect, it } from 'vitest'
import { startGatedSimulator } from './gatedSimulator.kit.js'
import { parseLines } from './gateway.kit.js'
import { type RunningGateway, startGateway } from './startGateway.js'

const quiet = { print: () => {}, logTo: { write: () => {} } }

const post = (gateway: RunningGateway, chatIds: readonly string[]): Promise<Response> =>
  fetch(gateway.backendUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chatIds }),
  })

/** All that comes before the connection breaks. */
async function readUntilCut(response: Response): Promise<{ text: string; isCut: boolean }> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const piece of response.body ?? []) text += decoder.decode(piece, { stream: true })
    return { text, isCut: false }
  } catch {
    return { text, isCut: true }
  }
}

describe('a gateway that stops', () => {
  it('is not ready, lives, refuses new work, finishes what runs, and then closes', async () => {
    await using upstream = await startGatedSimulator()
    const gateway = await startGateway({ ...quiet, env: upstream.env })
    const chatIds = upstream.chatIds.slice(0, 3)
    const running = post(gateway, chatIds)
    await upstream.asked

    const closed = gateway.close()
    expect(gateway.close()).toBe(closed)
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(503)
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200)
    const refused = await post(gateway, chatIds)
    expect(refused.status).toBe(503)
    expect(refused.headers.get('connection')).toBe('close')
    expect(refused.headers.get('retry-after')).toBe('2')
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(await refused.json()).toMatchObject({ status: 503, code: 'overloaded', retryAfterMs: 2_000 })

    upstream.open()
    const lines = parseLines(await (await running).text())
    expect(new Set(lines.map((line) => line['chatId']))).toEqual(new Set(chatIds))
    expect(lines.filter((line) => line['status'] === 'error')).toEqual([])
    await closed
    await expect(fetch(`${gateway.url}/healthz`)).rejects.toThrow('fetch failed')
  })

  it('closes at once when nothing runs, idle connections included', async () => {
    await using upstream = await startGatedSimulator()
    const gateway = await startGateway({ ...quiet, env: upstream.env })
    const agent = new Agent({ keepAlive: true })
    const status = await new Promise((resolve, reject) => {
      get(`${gateway.url}/healthz`, { agent }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode))
      }).once('error', reject)
    })
    expect(status).toBe(200)
    await gateway.close()
    agent.destroy()
  })

  it('answers what still waits near the end of its grace time, and cuts off what never ends', async () => {
    await using upstream = await startGatedSimulator()
    const log: string[] = []
    const gateway = await startGateway({
      ...quiet,
      env: { ...upstream.env, AVATAR_RATE_PER_SECOND: '1' },
      graceMs: 1_000,
      logTo: { write: (line) => void log.push(line) },
    })
    // A call hangs in GREEN-API; the other chats wait for their turn.
    const answer = readUntilCut(await post(gateway, upstream.chatIds))
    await upstream.asked
    await gateway.close()
    const { text, isCut } = await answer
    const refusal = { status: 'error', code: 'overloaded', retryAfterMs: 1_000 }
    expect(parseLines(text).length).toBeGreaterThan(15)
    for (const line of parseLines(text)) expect(line).toMatchObject(refusal)
    expect(isCut).toBe(true)
    expect(log.join('')).toContain('"cutOff":true')
    await expect(fetch(`${gateway.url}/healthz`)).rejects.toThrow('fetch failed')
  })
})
