import { describe, expect, test, vi } from 'vitest'
import { createBench } from '../simulator.kit.js'
import type { Bench } from '../simulator.kit.js'
import { FAULTS, isFaultKind } from '../faults/kinds.js'
import type { FaultKind } from '../faults/kinds.js'

/** What a fault must show: the status, and something about the text of the body. */
type Expected = readonly [status: number, body: RegExp]

const LINK = String.raw`https://pps\.whatsapp\.net/v/t61\.24694-24/\d+_\d+_\d+_n\.jpg`

/** Every kind that ends in a whole answer. The token shows where GREEN-API puts it. */
const EXPECTED: Partial<Record<FaultKind, Expected>> = {
  malformed_json: [200, /^\{"urlAvatar":"https:\/\/pps[^}]*$/],
  empty_body: [200, /^$/],
  empty_object: [200, /^\{\}$/],
  bare_string: [200, /^"[^"]+"$/],
  rate_overlimit: [200, /^rate-overlimit$/],
  html_page: [200, /^<html>/],
  bad_request: [400, /"path":".*TOKEN","message":"bad request data"/],
  validation_failed: [400, /"path":".*TOKEN","message":"Bad Request Validation failed\. Details: 'chatId'/],
  avatar_timeout: [400, /"path":".*TOKEN","message":"get avatar timeout limit exceeded"/],
  instance_starting: [400, /TOKEN.*instance in starting process try later/],
  instance_unready: [400, /TOKEN.*instance is starting or not authorized/],
  instance_not_authorized: [400, /TOKEN.*instance account not authorized/],
  instance_expired: [400, /TOKEN.*Instance account is expired/],
  instance_deleted: [400, /TOKEN.*Instance is deleted/],
  unauthorized: [401, /Unauthorized/],
  forbidden: [403, /^Forbidden$/],
  not_found: [404, /"path":".*TOKEN","message":"Cannot POST .*TOKEN"/],
  rate_limited: [429, /TOKEN.*Too Many Requests/],
  quota_invoke: [
    466,
    /"invokeStatus":\{"method":"getavatar","used":100,"total":100,"status":"QUOTE_EXCEEDED"/,
  ],
  quota_invoke_text: [
    466,
    /"invokeStatus":\{"method":"getavatar","used":"100","total":"100","status":"QUOTA_EXCEEDED"/,
  ],
  quota_correspondents: [466, /"QUOTE_ALLOWED".*"used":3,"total":3,"status":"CORRESPONDENTS_QUOTE_EXCEEDED"/],
  quota_correspondents_text: [
    466,
    /"QUOTA_ALLOWED".*"used":"3","total":"3","status":"CORRESPONDENTS_QUOTA_EXCEEDED"/,
  ],
  client_closed: [499, /^Client Closed Request$/],
  server_error: [500, /^\{"statusCode":500.*TOKEN/],
  server_error_text: [500, /^Internal Server Error$/],
  bad_gateway: [502, /^<html>.*502 Bad Gateway/s],
  unavailable: [503, /^upstream connect error/],
  gateway_timeout: [504, /^<html>.*504 Gateway Time-out/s],
  reason_bad_request: [200, /^\{"existsWhatsapp":false,"urlAvatar":"","reason":"bad request data"\}$/],
  reason_timeout: [200, /"reason":"get avatar timeout limit exceeded"/],
  url_missing: [200, /^\{"available":true\}$/],
  url_null: [200, /^\{"urlAvatar":null,"available":true\}$/],
  url_undefined_text: [200, /^\{"urlAvatar":"undefined","available":true\}$/],
  url_null_text: [200, /^\{"urlAvatar":"null","available":true\}$/],
  url_number: [200, /^\{"urlAvatar":0,"available":true\}$/],
  available_missing: [200, new RegExp(`^\\{"urlAvatar":"${LINK}[^"]*"\\}$`)],
  base64_undefined_text: [200, /"base64Avatar":"undefined"\}$/],
  base64_null_text: [200, /"base64Avatar":"null"\}$/],
  base64_broken: [200, /"base64Avatar":"%%%/],
  link_expired: [200, new RegExp(`"${LINK}\\?.*oe=`)],
  link_without_expiry: [200, new RegExp(`"${LINK}\\?(?!.*oe=)`)],
  link_preview: [200, new RegExp(`"${LINK}\\?stp=dst-jpg_s96x96&ccb=`)],
  link_foreign_host: [200, /"https:\/\/pictures\.example\.com\/v\//],
  link_private_address: [200, /"http:\/\/169\.254\.169\.254\/v\//],
  link_not_a_url: [200, /"urlAvatar":"pps\.whatsapp\.net picture"/],
}
const OF_THE_CONNECTION: readonly FaultKind[] = [
  'hang',
  'slow',
  'slow_body',
  'reset',
  'cut_body',
  'huge_body',
]

const bench = (kind: FaultKind, delayMs?: number): Bench => createBench({ faults: [{ kind, delayMs }] })

test('every kind of API fault is tested here', () => {
  const kinds = Object.keys(FAULTS).filter((kind) => isFaultKind(kind) && FAULTS[kind].on !== 'picture')
  expect([...Object.keys(EXPECTED), ...OF_THE_CONNECTION].sort()).toEqual(kinds.sort())
})

describe('whole answers', () => {
  test.each(Object.entries(EXPECTED))('%s', async (kind, [status, body]) => {
    if (!isFaultKind(kind)) throw new Error(kind)
    const { simulator, getAvatar, found } = bench(kind)
    const response = await getAvatar(found)
    expect(response.status).toBe(status)
    expect((await response.text()).replaceAll(simulator.apiToken, 'TOKEN')).toMatch(body)
    expect(simulator.calls[0]).toMatchObject({ status, fault: kind })
  })

  test('link_expired is refused by the CDN, link_without_expiry and link_preview are served', async () => {
    for (const [kind, status] of [
      ['link_expired', 403],
      ['link_without_expiry', 200],
      ['link_preview', 200],
    ] as const) {
      const { simulator, getAvatar, found } = bench(kind)
      const { urlAvatar }: { urlAvatar: string } = await (await getAvatar(found)).json()
      expect([kind, (await simulator.fetch(urlAvatar)).status]).toEqual([kind, status])
    }
  })

  test('an instance that is not ready says so in getStateInstance', async () => {
    const state = async (kind: FaultKind): Promise<unknown> =>
      (await bench(kind).call('getStateInstance', undefined, { method: 'GET' })).json()
    expect(await state('instance_starting')).toEqual({ stateInstance: 'starting' })
    expect(await state('instance_not_authorized')).toEqual({ stateInstance: 'notAuthorized' })
    expect(await state('instance_deleted')).toMatchObject({ statusCode: 400 })
  })

  test('faults of getAvatar leave checkWhatsapp alone', async () => {
    const response = await bench('url_null').call('checkWhatsapp', { phoneNumber: 12025550143 })
    expect(await response.json()).toEqual({ existsWhatsapp: true })
  })
})

describe('the connection', () => {
  test('hang ends only when the caller leaves', async () => {
    const { simulator, getAvatar, found } = bench('hang')
    const abort = new AbortController()
    const answer = getAvatar(found, { signal: abort.signal })
    await expect.poll(() => simulator.calls[0]?.fault).toBe('hang')
    abort.abort(new Error('waited long enough'))
    await expect(answer).rejects.toThrow('waited long enough')
  })

  test('slow answers after delayMs', async () => {
    vi.useFakeTimers()
    try {
      const { getAvatar, found } = bench('slow', 5_000)
      let status = 0
      const answer = getAvatar(found).then((response) => {
        status = response.status
      })
      await vi.advanceTimersByTimeAsync(4_999)
      expect(status).toBe(0)
      await vi.advanceTimersByTimeAsync(1)
      await answer
      expect(status).toBe(200)
    } finally {
      vi.useRealTimers()
    }
  })

  test('slow_body sends the head at once and the whole body in pieces', async () => {
    const { getAvatar, found } = bench('slow_body', 40)
    const response = await getAvatar(found)
    const reader = response.body?.getReader()
    let pieces = 0
    let text = ''
    for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
      pieces += 1
      text += new TextDecoder().decode(piece.value)
    }
    expect(pieces).toBe(8)
    expect(JSON.parse(text)).toMatchObject({ available: true })
  })

  test('reset rejects as fetch does', async () => {
    const { simulator, getAvatar, found } = bench('reset')
    await expect(getAvatar(found)).rejects.toThrow(TypeError)
    expect(simulator.calls[0]?.status).toBe('reset')
  })

  test('cut_body breaks half-way', async () => {
    const { getAvatar, found } = bench('cut_body')
    const response = await getAvatar(found)
    const reader = response.body?.getReader()
    const first = await reader?.read()
    expect(first?.value?.length).toBeLessThan(Number(response.headers.get('content-length')))
    await expect(reader?.read()).rejects.toThrow('terminated')
  })

  test('huge_body streams 20 MB', async () => {
    const { getAvatar, found } = bench('huge_body')
    expect((await (await getAvatar(found)).arrayBuffer()).byteLength).toBe(20_000_000)
  })
})
