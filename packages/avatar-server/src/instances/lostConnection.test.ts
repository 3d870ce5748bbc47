import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { portOf } from '../../test/guards.js'
import { collect } from '../../test/harness.js'
import { type AvatarServerEvent, createAvatarHandler } from '../index.js'

/** Answers the first call on each connection, and drops the connection at the second. */
async function startForgetful() {
  const answered = new WeakSet<object>()
  const server = createServer((request, response) => {
    if (answered.has(request.socket)) return request.socket.destroy()
    answered.add(request.socket)
    const isCheck = request.url?.includes('checkWhatsapp') === true
    return response.end(isCheck ? '{"existsWhatsapp":false}' : '{"urlAvatar":"","available":true}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${portOf(server.address())}`
}

it('default: calls lost on idle connections are made again, of both methods, and nobody notices', async () => {
  const events: AvatarServerEvent[] = []
  const handler = createAvatarHandler({
    authorize: 'public',
    credentials: {
      idInstance: '1101000001',
      apiToken: 'd75b3a66374942c5b3c019c698abc206',
      apiUrl: await startForgetful(),
    },
    checkAccount: true,
    rate: { perSecond: 1_000 },
    onEvent: (event) => events.push(event),
  })
  onTestFinished(() => handler.close())
  const answers: unknown[] = []
  for (let n = 0; n < 4; n += 1)
    answers.push(...(await collect(handler.lookup([`${5521900000000 + n}@c.us`]))))
  expect(answers).toMatchObject(Array.from({ length: 4 }, () => ({ status: 'no_account' })))
  const lost = events.flatMap((event) =>
    event.type === 'upstream' && event.outcome === 'upstream_failed' ? [event.method] : [],
  )
  expect(new Set(lost)).toEqual(new Set(['getAvatar', 'checkWhatsapp']))
  expect(events.filter(({ type }) => type === 'breaker' || type === 'slowed_down')).toEqual([])
})
