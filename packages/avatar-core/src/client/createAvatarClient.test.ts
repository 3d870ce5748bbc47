import { describe, expect, test } from 'vitest'
import { deferred, foundLine, line, person, startBackend } from './backend.kit.js'
import { createAvatarClient } from './createAvatarClient.js'

const ANA = person(1)
const BOB = person(2)

describe('default', () => {
  test('one POST asks for all the chats of one moment, and each call gets its answer', async () => {
    const backend = await startBackend(({ chatIds }, response) => {
      response.end(chatIds.map(foundLine).join(''))
    })
    const client = createAvatarClient({ backendUrl: backend.url })
    const answers = await Promise.all([client.getAvatar(ANA), client.getAvatar('+55 21 90000-0002')])
    expect(answers).toEqual([
      { status: 'found', url: `picture/${ANA}`, sizes: undefined, freshForMs: 60_000 },
      { status: 'found', url: `picture/${BOB}`, sizes: undefined, freshForMs: 60_000 },
    ])
    expect(backend.requests).toHaveLength(1)
    expect(backend.requests[0]).toMatchObject({
      method: 'POST',
      url: '/api/avatars',
      chatIds: [ANA, BOB],
      waitMs: 3000,
    })
    expect(backend.requests[0]?.headers['content-type']).toBe('application/json')
  })

  test('a request with all its answers is not called off, so that its connection can be used again', async () => {
    const answered = deferred<void>()
    const isWhole = deferred<boolean>()
    const backend = await startBackend(async ({ chatIds }, response) => {
      response.on('close', () => isWhole.resolve(response.writableFinished))
      response.write(chatIds.map(foundLine).join(''))
      await answered.promise
      response.end()
    })
    const client = createAvatarClient({ backendUrl: backend.url })
    await client.getAvatar(ANA)
    answered.resolve()
    expect(await isWhole.promise).toBe(true)
  })

  test('an invalid chat id is refused without a request', async () => {
    const backend = await startBackend((_, response) => void response.end())
    const client = createAvatarClient({ backendUrl: backend.url })
    await expect(client.getAvatar('null@c.us')).rejects.toMatchObject({ code: 'invalid_chat_id' })
    await expect(client.getAvatar('status@broadcast')).rejects.toMatchObject({ code: 'unsupported_chat_id' })
    expect(backend.requests).toHaveLength(0)
  })

  test('failures of single chats fail them alone', async () => {
    const backend = await startBackend((_, response) => {
      response.write(line({ chatId: ANA, status: 'error', code: 'rate_limited', retryAfterMs: 800 }))
      response.end(line({ chatId: BOB, status: 'hidden', freshForMs: 5 }))
    })
    const client = createAvatarClient({ backendUrl: backend.url })
    const [ana, bob] = await Promise.allSettled([client.getAvatar(ANA), client.getAvatar(BOB)])
    expect(ana).toMatchObject({ reason: { code: 'rate_limited', retryAfterMs: 800, retryable: true } })
    expect(bob).toEqual({ status: 'fulfilled', value: { status: 'hidden', freshForMs: 5 } })
  })

  test('a cold chat holds no warm one', async () => {
    const cold = deferred<void>()
    const backend = await startBackend(async ({ chatIds }, response) => {
      response.write(
        chatIds
          .filter((id) => id !== ANA)
          .map(foundLine)
          .join(''),
      )
      await cold.promise
      response.end(foundLine(ANA))
    })
    const client = createAvatarClient({ backendUrl: backend.url })
    let isAnaKnown = false
    const ana = client.getAvatar(ANA).finally(() => (isAnaKnown = true))
    const others = Array.from({ length: 99 }, (_, index) => client.getAvatar(person(index + 2)))
    expect(await Promise.all(others)).toHaveLength(99)
    expect(isAnaKnown).toBe(false)
    cold.resolve()
    expect(await ana).toMatchObject({ status: 'found' })
    expect(backend.requests).toHaveLength(1)
  })
})

test('while a request is held for long, the other is held shortly, so that a new look-up soon finds room', async () => {
  const ends: (() => void)[] = []
  const backend = await startBackend((_, response) => void ends.push(() => void response.end()))
  const client = createAvatarClient({ backendUrl: backend.url })
  const ask = (from: number, to: number): Promise<unknown>[] =>
    Array.from({ length: to - from }, (_, index) => client.getAvatar(person(from + index)).catch(() => {}))
  const first = ask(0, 350)
  const waits = async (count: number): Promise<unknown[]> => {
    await expect.poll(() => ends.length).toBe(count)
    return backend.requests.map(({ waitMs }) => waitMs)
  }
  expect(await waits(2)).toEqual([3000, 200])
  ends[1]?.()
  expect(await waits(3)).toEqual([3000, 200, 200])
  ends[0]?.()
  expect(await waits(4)).toEqual([3000, 200, 200, 3000])
  for (const end of ends) end()
  await Promise.all(first)
})

describe('headers and credentials', () => {
  test('headers may be given in every form, and made anew for each request', async () => {
    const backend = await startBackend(
      ({ chatIds }, response) => void response.end(chatIds.map(foundLine).join('')),
    )
    let count = 0
    const forms = [
      { 'x-app': 'a' },
      [['x-app', 'a']] satisfies HeadersInit,
      new Headers({ 'x-app': 'a' }),
      () => ({ 'x-app': 'a' }),
    ]
    for (const headers of forms) {
      await createAvatarClient({ backendUrl: backend.url, headers }).getAvatar(ANA)
    }
    const client = createAvatarClient({
      backendUrl: backend.url,
      headers: async () => ({ authorization: `Bearer ${++count}` }),
    })
    await client.getAvatar(ANA)
    await client.getAvatar(ANA)
    expect(backend.requests.map(({ headers }) => headers['x-app'] ?? headers.authorization)).toEqual([
      'a',
      'a',
      'a',
      'a',
      'Bearer 1',
      'Bearer 2',
    ])
  })

  test('while headers are being made a caller can leave, and nothing is sent', async () => {
    const backend = await startBackend((_, response) => void response.end())
    const token = deferred<HeadersInit>()
    const called = deferred<void>()
    const sent: string[] = []
    const client = createAvatarClient({
      backendUrl: backend.url,
      headers: () => {
        called.resolve()
        return token.promise
      },
      fetch: (url, init) => {
        sent.push(init.signal?.aborted ? 'aborted' : 'sent')
        return fetch(url, init)
      },
    })
    const controller = new AbortController()
    const answer = client.getAvatar(ANA, { signal: controller.signal })
    await called.promise
    controller.abort(new Error('gone'))
    await expect(answer).rejects.toThrow('gone')
    token.resolve({})
    await client.getAvatar(BOB).catch(() => {})
    expect(backend.requests.map(({ chatIds }) => chatIds)).toEqual([[BOB]])
  })

  test('headers that cannot be made fail as network', async () => {
    const client = createAvatarClient({ headers: () => Promise.reject(new Error('Bearer secret')) })
    await expect(client.getAvatar(ANA)).rejects.toSatisfy(
      (error) => error.code === 'network' && !('cause' in error),
    )
  })

  test('credentials reach fetch', async () => {
    const seen: unknown[] = []
    const fetch = (_: string, { credentials }: RequestInit): Promise<Response> => {
      seen.push(credentials)
      return Promise.resolve(new Response(foundLine(ANA)))
    }
    await createAvatarClient({ fetch, credentials: 'include' }).getAvatar(ANA)
    await createAvatarClient({ fetch }).getAvatar(ANA)
    expect(seen).toEqual(['include', undefined])
  })
})

test('scope and normalize say what the query key is made of', () => {
  expect(createAvatarClient().scope).toBe('default')
  expect(createAvatarClient({ scope: 'tenant-7' }).scope).toBe('tenant-7')
  expect(createAvatarClient().normalize('+55 21 90000-0001')).toBe(ANA)
  expect(createAvatarClient({ messenger: 'max' }).normalize('-7')).toBe('-7')
})

describe('options that make no sense are refused in development', () => {
  const misuse = (options: object): (() => unknown) =>
    Reflect.apply.bind(undefined, createAvatarClient, undefined, [options])

  test.each([0, -1, Number.NaN, Infinity, 2 ** 31])('timeoutMs: %s', (timeoutMs) => {
    expect(misuse({ timeoutMs })).toThrow(RangeError)
  })

  test.each([
    { decode: () => ({ status: 'none', freshForMs: 0 }) },
    { messenger: 'signal' },
    { backendUrl: 'javascript:alert(1)' },
    { backendUrl: 'ftp://a/b' },
    { backendUrl: '/avatars?tenant=7' },
  ])('%o', (options) => {
    expect(misuse(options)).toThrow(/^@greenapi\/avatar-core: createAvatarClient: .*\. [A-Z].*\.$/)
  })
})
