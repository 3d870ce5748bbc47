import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { startTestGateway } from './gateway.kit.js'

/** Sends bytes as they are, and returns what comes until the other side closes. */
async function send(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(request)
  return text(socket)
}

it('answers requests that no client library sends, and stays alive', async () => {
  await using gateway = await startTestGateway({ env: { AVATAR_PUBLIC: '1' } })
  const head = 'Host: gateway\r\nConnection: close\r\n\r\n'
  const requests: [string, RegExp][] = [
    [`GET http://b.example/healthz HTTP/1.1\r\n${head}`, /^HTTP\/1\.1 200 /],
    [
      `GET http://b.example/api/avatars?chatId=bad HTTP/1.1\r\n${head}`,
      /^HTTP\/1\.1 400 [^]*invalid_chat_id/,
    ],
    [
      'GET /api/avatars?chatId=bad HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 421 /,
    ],
    [`GET //healthz HTTP/1.1\r\n${head}`, /^HTTP\/1\.1 404 /],
    [`GET /%zz HTTP/1.1\r\n${head}`, /^HTTP\/1\.1 404 /],
    [`GET /api/avatars/picture/%zz HTTP/1.1\r\n${head}`, /^HTTP\/1\.1 4\d\d /],
    [`OPTIONS * HTTP/1.1\r\n${head}`, /^HTTP\/1\.1 404 /],
    [`TRACE /healthz HTTP/1.1\r\n${head}`, /^HTTP\/1\.1 405 /],
    ['GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['GET /healthz HTTP/1.0\r\n\r\n', /^HTTP\/1\.1 200 /],
    [`GET /healthz HTTP/1.1\r\nX-Large: ${'x'.repeat(20_000)}\r\n${head}`, /^HTTP\/1\.1 431 /],
    ['nonsense\r\n\r\n', /^HTTP\/1\.1 400 /],
  ]
  for (const [request, answer] of requests) expect(await send(gateway.url, request)).toMatch(answer)
  expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200)
})
