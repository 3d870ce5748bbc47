import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AvatarServer, exchange, startAvatarServer } from '../../test/nodeServer.js'

const BODY = '{"chatIds":["null@c.us"]}'
const CLOSE = 'Connection: close\r\n'

/** A request as text; the head ends where the body begins. */
const request = (line: string, headers = 'Host: app.example\r\n', body = ''): string =>
  `${line}\r\n${headers}\r\n${body}`

const post = (headers: string, body = BODY): string =>
  request(
    'POST /api/avatars HTTP/1.1',
    `Host: app.example\r\nContent-Type: application/json\r\n${headers}`,
    body,
  )

describe('toNodeHandler on a raw socket', () => {
  let running: AvatarServer

  beforeAll(async () => {
    running = await startAvatarServer()
  })
  afterAll(() => running.close())

  it.each<[what: string, sent: string, status: number]>([
    ['no Host', request('GET /api/avatars HTTP/1.1', CLOSE), 400],
    ['an empty Host', request('GET /api/avatars?chatId=null@c.us HTTP/1.1', `Host:\r\n${CLOSE}`), 400],
    ['a Host that is none', request('GET /?chatId=null@c.us HTTP/1.1', `Host: [::/ x@y\r\n${CLOSE}`), 400],
    ['two Hosts', request('GET / HTTP/1.1', `Host: a\r\nHost: b\r\n${CLOSE}`), 400],
    ['TRACE', request('TRACE /api/avatars HTTP/1.1', `Host: a\r\n${CLOSE}`), 405],
    ['PUT', request('PUT /api/avatars HTTP/1.1', `Host: a\r\n${CLOSE}`), 405],
    ['DELETE of a picture', request('DELETE /api/avatars/picture/x HTTP/1.1', `Host: a\r\n${CLOSE}`), 405],
    ['OPTIONS *', request('OPTIONS * HTTP/1.1', `Host: a\r\n${CLOSE}`), 204],
    [
      'an absolute target',
      request('GET http://other/api/avatars?chatId=null@c.us HTTP/1.1', `Host: a\r\n${CLOSE}`),
      400,
    ],
    ['an absolute target with a bad host', request('GET http://[x/?a HTTP/1.1', `Host: a\r\n${CLOSE}`), 400],
    ['a double slash', request('GET //api//avatars?chatId=null@c.us HTTP/1.1', `Host: a\r\n${CLOSE}`), 400],
    ['a target of slashes', request('GET //// HTTP/1.1', `Host: a\r\n${CLOSE}`), 400],
    ['broken escapes in the query', request('GET /?chatId=%E0%A4%A HTTP/1.1', `Host: a\r\n${CLOSE}`), 400],
    ['broken escapes in the path', request('GET /%zz/picture/%zz HTTP/1.1', `Host: a\r\n${CLOSE}`), 404],
    [
      'a picture nobody sealed',
      request('GET /api/avatars/picture/AAAA HTTP/1.1', `Host: a\r\n${CLOSE}`),
      404,
    ],
    ['HTTP/1.0', request('GET /api/avatars?chatId=null@c.us HTTP/1.0', ''), 400],
    ['no JSON', post(`Content-Length: 3\r\n${CLOSE}`, 'abc'), 400],
    ['JSON of another form', post(`Content-Length: 2\r\n${CLOSE}`, '[]'), 400],
    ['an empty body', post(`Content-Length: 0\r\n${CLOSE}`, ''), 400],
    ['no body at all', post(CLOSE, ''), 400],
    [
      'a form',
      request(
        'POST / HTTP/1.1',
        `Host: a\r\nContent-Type: text/plain\r\nContent-Length: 25\r\n${CLOSE}`,
        BODY,
      ),
      415,
    ],
    ['no type', request('POST / HTTP/1.1', `Host: a\r\nContent-Length: 25\r\n${CLOSE}`, BODY), 415],
    ['a compressed body', post(`Content-Encoding: gzip\r\nContent-Length: 25\r\n${CLOSE}`), 415],
    ['a good request', post(`Content-Length: 25\r\n${CLOSE}`), 200],
    ['chunks', post(`Transfer-Encoding: chunked\r\n${CLOSE}`, `19\r\n${BODY}\r\n0\r\n\r\n`), 200],
    ['a length that is too large', post('Content-Length: 99999999\r\n', BODY), 413],
    ['a length that is none', post('Content-Length: -5\r\n', ''), 400],
    ['a length and chunks', post('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', ''), 400],
    ['a chunk size that is none', post('Transfer-Encoding: chunked\r\n', 'xyz\r\n'), 400],
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['an expectation that is unknown', post('Expect: the-moon\r\nContent-Length: 25\r\n'), 417],
  ])('answers %s', async (_what, sent, status) => {
    const { statuses } = await exchange(running.port, sent)
    expect(statuses).toEqual([status])
  })

  it('answers CONNECT by closing', async () => {
    const { state } = await exchange(running.port, request('CONNECT other:443 HTTP/1.1'))
    expect(state).toBe('closed')
  })

  it('answers 413 to a body without a length as soon as it is over the cap, and closes', async () => {
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const { statuses, state } = await exchange(running.port, [
      post('Transfer-Encoding: chunked\r\n', ''),
      ...Array<string>(20).fill(chunk),
    ])
    expect(statuses).toEqual([413])
    expect(state).toBe('closed')
  })

  it('closes a connection whose client goes on sending after 413', async () => {
    const { statuses, state } = await exchange(running.port, [
      post('Content-Length: 90000000\r\n', ''),
      ...Array<string>(40).fill('x'.repeat(65_536)),
    ])
    expect([[413], []]).toContainEqual(statuses)
    expect(state).toBe('closed')
  })

  it('lets go of a body that is half sent when its client ends', async () => {
    const { state } = await exchange(running.port, post('Content-Length: 100\r\n', '{"chatIds"'), {
      halfClose: true,
    })
    expect(state).toBe('closed')
  })

  it('answers pipelined requests in their order', async () => {
    const { text, statuses } = await exchange(running.port, [
      post('Content-Length: 25\r\n'),
      request('GET /?chatId=1 HTTP/1.1'),
      request('OPTIONS / HTTP/1.1'),
      request('PATCH / HTTP/1.1', `Host: a\r\n${CLOSE}`),
    ])
    expect(statuses).toEqual([200, 400, 204, 405])
    expect(text.indexOf('null@c.us')).toBeLessThan(text.indexOf('HTTP/1.1 400'))
  })

  it('goes on working after all of that', async () => {
    const response = await fetch(running.backendUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chatIds: [running.simulator.contacts[0]?.chatId] }),
    })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('"freshForMs"')
  })
})
