import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { createAuthorize } from './createAuthorize.js'

test('while keys cannot be had they are asked for once a pause, and said once', async () => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    response.writeHead(500).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  let said = 0
  let nowMs = 0
  const authorize = createAuthorize(
    {
      kind: 'tokens',
      bearerTokens: [],
      jwt: {
        key: { kind: 'jwks', url: new URL(`http://127.0.0.1:${port}/keys`) },
        audiences: [],
        issuers: [],
      },
    },
    () => void (said += 1),
    () => nowMs,
  )
  if (authorize === 'public') throw new Error('tokens were asked for')
  const header = Buffer.from('{"alg":"RS256","kid":"1"}').toString('base64url')
  const claims = Buffer.from('{"sub":"ana","exp":4102444800}').toString('base64url')
  const headers = new Headers({ authorization: `Bearer ${header}.${claims}.c2ln` })
  const ask = async (): Promise<unknown> => {
    const signal = new AbortController().signal
    const result = await authorize({ chatIds: [], headers, ip: undefined, raw: undefined, signal })
    return result instanceof Response ? result.status : result
  }
  try {
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([503, 503, 503])
    expect(await ask()).toBe(503)
    expect({ asked, said }).toEqual({ asked: 1, said: 1 })
    nowMs = 5_000
    expect(await ask()).toBe(503)
    expect({ asked, said }).toEqual({ asked: 2, said: 2 })
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
