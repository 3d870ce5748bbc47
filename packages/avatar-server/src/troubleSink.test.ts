import { expect, onTestFinished, test, vi } from 'vitest'
import { createAvatarHandler } from './index.js'
import { createTroubleSink } from './troubleSink.js'

function listen() {
  const texts: string[] = []
  return { texts, sink: createTroubleSink(undefined, (text) => texts.push(text)) }
}

test('default: what a person has to act on is written once', () => {
  const { texts, sink } = listen()
  const problem = {
    type: 'problem',
    where: 'credentials',
    message: '@greenapi/avatar-server: No id.',
  } as const
  sink(problem)
  sink(problem)
  sink({ type: 'picture_fetch', outcome: 'refused', durationMs: 1, reason: 'not_https', host: '127.0.0.1:1' })
  sink({
    type: 'breaker',
    instance: '1',
    method: 'getAvatar',
    state: { state: 'open', code: 'upstream_credentials', retryAfterMs: 60_000 },
  })
  expect(texts).toEqual([
    expect.stringMatching(/^@greenapi\/avatar-server: No id\. \(Written once/),
    expect.stringMatching(/\(not_https, 127\.0\.0\.1:1\).*pictureHosts.*allowPrivateAddresses/),
    expect.stringMatching(/not asked for a while.*Check GREEN_API_ID_INSTANCE/),
  ])
})

test('all else is not written', () => {
  const { texts, sink } = listen()
  sink({ type: 'cache', instance: '1', outcome: 'miss' })
  sink({ type: 'refused', code: 'forbidden' })
  sink({ type: 'picture_fetch', outcome: 'fetched', durationMs: 1, bytes: 1 })
  sink({ type: 'breaker', instance: '1', method: 'getAvatar', state: { state: 'closed' } })
  expect(texts).toEqual([])
})

test('what the app threw is named, not quoted', () => {
  const { texts, sink } = listen()
  const message = '@greenapi/avatar-server: authorize threw.'
  sink({ type: 'problem', where: 'authorize', message, error: new RangeError('5521999990000@c.us') })
  sink({ type: 'problem', where: 'authorize', message, error: '5521999990000@c.us' })
  expect(texts.join()).toMatch(/It was: RangeError\..*It was no Error\./)
  expect(texts.join()).not.toContain('5521999990000')
})

test('never more than a handful', () => {
  const { texts, sink } = listen()
  for (let n = 0; n < 1_000; n++) sink({ type: 'problem', where: 'handler', message: `Number ${n}.` })
  expect(texts).toHaveLength(20)
})

test('a handler without credentials says on the console what is missing', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const handler = createAvatarHandler({ authorize: 'public' })
  onTestFinished(() => handler.close())
  const env = { GREEN_API_ID_INSTANCE: '', GREEN_API_TOKEN: '' }
  const ask = () => handler(new Request('http://app.example/api/avatars?chatId=5521999990000@c.us'), { env })
  expect((await ask()).status).toBe(502)
  await ask()
  expect(warn.mock.calls).toEqual([[expect.stringContaining('GREEN_API_ID_INSTANCE')]])
})

test('with a listener the console is silent', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const events: string[] = []
  const handler = createAvatarHandler({
    authorize: () => Promise.reject(new Error('no')),
    credentials: { idInstance: '1101000001', apiToken: 'a'.repeat(50) },
    onEvent: ({ type }) => events.push(type),
  })
  onTestFinished(() => handler.close())
  await handler(new Request('http://app.example/api/avatars?chatId=5521999990000@c.us'))
  expect(events).toContain('problem')
  expect(warn).not.toHaveBeenCalled()
})
