import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createFetchSend } from './http/upstreamSend.js'
import { credentialsFromEnv, deriveKey, openInstance } from './credentials.js'

const TOKEN = 'd75b3a66374942c5b3c019c698abc2067e151558acbd412345'
const options = {
  send: createFetchSend(globalThis.fetch),
  messenger: 'whatsapp',
  allowPrivateAddresses: false,
} as const
const good = { idInstance: '1101000001', apiToken: TOKEN }

const urlOf = (input: string | URL | Request): string =>
  input instanceof Request ? input.url : input.toString()

function messageOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    return error instanceof Error ? `${error.name} ${error.message} ${error.stack}` : 'not an error'
  }
  return 'nothing was thrown'
}

const question = {
  body: '{"chatId":"5521999990000@c.us"}',
  signal: new AbortController().signal,
  onSent: () => {},
}

describe('openInstance', () => {
  it('posts to the url that GREEN-API documents, following no redirect', async () => {
    const seen: { url: string; init: RequestInit | undefined }[] = []
    const instance = openInstance(good, {
      ...options,
      send: createFetchSend((input, init) => {
        seen.push({ url: urlOf(input), init })
        return Promise.resolve(new Response('{}', { status: 429, headers: { 'retry-after': '7' } }))
      }),
    })
    const reply = await instance.post('getAvatar', question)
    expect(seen[0]?.url).toBe(`https://1101.api.green-api.com/waInstance1101000001/getAvatar/${TOKEN}`)
    expect(seen[0]?.init).toMatchObject({ method: 'POST', redirect: 'manual' })
    expect(reply).toMatchObject({ status: 429, retryAfter: '7' })
  })

  it('shows the token nowhere: not in the object, a reply, or what a failing fetch throws', async () => {
    const fails = openInstance(good, {
      ...options,
      send: createFetchSend((input) =>
        Promise.reject(new TypeError(`fetch failed for ${urlOf(input)}`, { cause: urlOf(input) })),
      ),
    })
    const error: unknown = await fails.post('getAvatar', question).catch((e: unknown) => e)
    const works = openInstance(good, {
      ...options,
      send: createFetchSend(() => Promise.resolve(Response.json({}))),
    })
    const reply = await works.post('getAvatar', question)
    const shown = [fails, error, reply].map((value) =>
      inspect(value, { depth: 9, showHidden: true, getters: true }),
    )
    expect(error).toMatchObject({ code: 'upstream_failed' })
    expect(shown.join()).not.toContain(TOKEN)
    expect(JSON.stringify([fails, error, reply])).not.toContain(TOKEN)
  })

  it.each([
    [{ ...good, idInstance: '' }, /idInstance/],
    [{ ...good, idInstance: '11a1' }, /idInstance/],
    [{ ...good, apiToken: '' }, /apiToken/],
    [{ ...good, apiToken: `${TOKEN}/../x` }, /apiToken/],
    [{ ...good, apiToken: `${TOKEN} ${TOKEN}` }, /apiToken/],
    [{ ...good, idInstance: '7835000001' }, /WABA/],
    [{ ...good, apiUrl: `https://api.green-api.com/waInstance1101000001/getAvatar/${TOKEN}` }, /apiUrl/],
    [{ ...good, apiUrl: `https://${TOKEN}@` }, /apiUrl/],
  ])('refuses bad credentials %#, naming the part and never its value', (credentials, part) => {
    const message = messageOf(() => openInstance(credentials, options))
    expect(message).toMatch(part)
    expect(message).toMatch(/^TypeError @greenapi\/avatar-server: /)
    expect(message).not.toContain(TOKEN)
  })

  it('takes idInstance as a number too', () => {
    expect(openInstance({ ...good, idInstance: 1101000001 }, options).idInstance).toBe('1101000001')
  })
})

describe('credentialsFromEnv', () => {
  it('reads the three variables', () => {
    const env = { GREEN_API_ID_INSTANCE: ' 1101000001 ', GREEN_API_TOKEN: TOKEN, GREEN_API_URL: '' }
    expect(credentialsFromEnv(env)).toEqual(good)
    expect(credentialsFromEnv({ ...env, GREEN_API_URL: 'https://x.example' }).apiUrl).toBe(
      'https://x.example',
    )
  })

  it('names what is missing', () => {
    expect(messageOf(() => credentialsFromEnv({}))).toMatch(
      /GREEN_API_ID_INSTANCE and GREEN_API_TOKEN are not set/,
    )
    const message = messageOf(() => credentialsFromEnv({ GREEN_API_TOKEN: TOKEN }))
    expect(message).toMatch(/GREEN_API_ID_INSTANCE is not set/)
    expect(message).not.toContain(TOKEN)
  })
})

describe('deriveKey', () => {
  it('gives the same key for the same secret and purpose, and another for any other', async () => {
    const [first, again, purpose, secret] = await Promise.all([
      deriveKey('s'.repeat(32), 'pictures'),
      deriveKey('s'.repeat(32), 'pictures'),
      deriveKey('s'.repeat(32), 'instances'),
      deriveKey('t'.repeat(32), 'pictures'),
    ])
    expect(first).toHaveLength(32)
    expect(first).toEqual(again)
    expect(purpose).not.toEqual(first)
    expect(secret).not.toEqual(first)
  })
})
