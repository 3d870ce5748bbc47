import { createServer } from 'node:http'
import { SignJWT, exportJWK, exportSPKI, generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { BEARER_TOKEN, type TestGateway, startTestGateway } from './gateway.kit.js'

const JWT_SECRET = 'jwt-secret-0123456789abcdef0123456789abcdef'
const CLAIMS = { AVATAR_JWT_AUDIENCE: 'avatars', AVATAR_JWT_ISSUER: 'https://id.example.com' }

/** Seconds since 1970, as tokens have them. */
const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1_000) + seconds

interface TokenParts {
  readonly sub?: string
  readonly exp?: number
  readonly aud?: string
  readonly iss?: string
}

const good = (): TokenParts => ({
  sub: 'user-1',
  exp: inSeconds(300),
  aud: 'avatars',
  iss: 'https://id.example.com',
})

const hs256 = (parts: TokenParts, secret = JWT_SECRET): Promise<string> =>
  new SignJWT({ ...parts }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret))

const statusWith = async (gateway: TestGateway, token: string | undefined): Promise<number> => {
  const chatId = gateway.simulator.simulator.contacts[0]?.chatId ?? ''
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await gateway.ask([chatId], headers)
  await response.text()
  return response.status
}

describe('bearer tokens', () => {
  it('let in who has one of them, and answer 401 as a problem to all others', async () => {
    await using gateway = await startTestGateway({
      env: { AVATAR_BEARER_TOKENS: `${'x'.repeat(32)},${BEARER_TOKEN}` },
    })
    expect(await statusWith(gateway, BEARER_TOKEN)).toBe(200)
    expect(await statusWith(gateway, 'x'.repeat(32))).toBe(200)
    expect(await statusWith(gateway, `${BEARER_TOKEN}0`)).toBe(401)
    expect(await statusWith(gateway, 'ä'.normalize('NFC'))).toBe(401)

    const missing = await gateway.ask(['5521999990000@c.us'])
    expect(missing.status).toBe(401)
    expect(missing.headers.get('www-authenticate')).toBe('Bearer realm="avatar-gateway"')
    expect(missing.headers.get('content-type')).toBe('application/problem+json')
    expect(await missing.json()).toMatchObject({ status: 401, code: 'unauthorized' })
    const wrong = await gateway.ask(['5521999990000@c.us'], { authorization: 'Bearer wrong' })
    expect(wrong.headers.get('www-authenticate')).toContain('error="invalid_token"')
    const basic = await gateway.ask(['5521999990000@c.us'], { authorization: `Basic ${BEARER_TOKEN}` })
    expect(basic.status).toBe(401)
  })

  it('leave pictures to whoever was given the url', async () => {
    await using gateway = await startTestGateway({ env: { AVATAR_BEARER_TOKENS: BEARER_TOKEN } })
    const { chatId } = gateway.simulator.simulator.contacts.find(({ outcome }) => outcome === 'found') ?? {
      chatId: '',
    }
    const [line] = await gateway.lines([chatId], { authorization: `bearer ${BEARER_TOKEN}` })
    const picture = await fetch(`${gateway.backendUrl}/${String(line?.['url'])}`)
    expect(picture.status).toBe(200)
    expect(picture.headers.get('cache-control')).toContain('private')
  })
})

describe('JSON web tokens signed with a secret', () => {
  it('let in only those that are signed, in time, for this audience and from this issuer', async () => {
    await using gateway = await startTestGateway({ env: { AVATAR_JWT_SECRET: JWT_SECRET, ...CLAIMS } })
    const { exp: _, ...withoutEnd } = good()
    const { sub: __, ...withoutSubject } = good()
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(good()))}.`.replaceAll('=', '')
    const cases: [string, string, number][] = [
      ['good', await hs256(good()), 200],
      ['a little late', await hs256({ ...good(), exp: inSeconds(-5) }), 200],
      ['expired', await hs256({ ...good(), exp: inSeconds(-120) }), 401],
      ['without exp', await hs256(withoutEnd), 401],
      ['without sub', await hs256(withoutSubject), 401],
      ['empty sub', await hs256({ ...good(), sub: '' }), 401],
      ['wrong audience', await hs256({ ...good(), aud: 'other' }), 401],
      ['wrong issuer', await hs256({ ...good(), iss: 'https://other.example.com' }), 401],
      ['another secret', await hs256(good(), 'z'.repeat(32)), 401],
      ['alg none', unsigned, 401],
      ['no token at all', 'abc', 401],
    ]
    const statuses = await Promise.all(
      cases.map(async ([name, token]) => [name, await statusWith(gateway, token)]),
    )
    expect(Object.fromEntries(statuses)).toEqual(
      Object.fromEntries(cases.map(([name, , status]) => [name, status])),
    )
  })

  it('stand beside bearer tokens', async () => {
    await using gateway = await startTestGateway({
      env: { AVATAR_JWT_SECRET: JWT_SECRET, AVATAR_BEARER_TOKENS: BEARER_TOKEN },
    })
    expect(await statusWith(gateway, BEARER_TOKEN)).toBe(200)
    expect(await statusWith(gateway, await hs256({ sub: 'user-1', exp: inSeconds(60) }))).toBe(200)
  })
})

describe('JSON web tokens of an identity provider', () => {
  it('let in those signed with a listed key, never those signed with a public key as secret', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
    const stranger = await generateKeyPair('RS256')
    await using provider = await serveKeys({
      keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }],
    })
    await using gateway = await startTestGateway({ env: { AVATAR_JWKS_URL: provider.url, ...CLAIMS } })
    const sign = (key: CryptoKey, parts: TokenParts = good(), kid = 'one'): Promise<string> =>
      new SignJWT({ ...parts }).setProtectedHeader({ alg: 'RS256', kid }).sign(key)

    expect(await statusWith(gateway, await sign(privateKey))).toBe(200)
    expect(await statusWith(gateway, await sign(privateKey))).toBe(200)
    expect(provider.calls()).toBe(1)
    expect(await statusWith(gateway, await sign(stranger.privateKey))).toBe(401)
    expect(await statusWith(gateway, await sign(privateKey, good(), 'unknown'))).toBe(401)
    expect(await statusWith(gateway, await sign(privateKey, { ...good(), aud: 'other' }))).toBe(401)
    expect(await statusWith(gateway, await hs256(good(), await exportSPKI(publicKey)))).toBe(401)
  })

  it('answer 503 and not 401 while the keys cannot be had', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    await using provider = await serveKeys(undefined)
    await using gateway = await startTestGateway({ env: { AVATAR_JWKS_URL: provider.url } })
    const token = await new SignJWT({ ...good() }).setProtectedHeader({ alg: 'ES256' }).sign(privateKey)
    const response = await gateway.ask(['5521999990000@c.us'], { authorization: `Bearer ${token}` })
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(await response.json()).toMatchObject({ code: 'overloaded' })
    expect(gateway.log.join('')).toContain('keys_unavailable')
  })
})

/** An identity provider on loopback; without keys it is out of order. */
async function serveKeys(keys: object | undefined) {
  let calls = 0
  const server = createServer((_, response) => {
    calls += 1
    response.writeHead(keys === undefined ? 500 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(keys ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/keys`,
    calls: () => calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
