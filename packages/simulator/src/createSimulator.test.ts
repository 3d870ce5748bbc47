import { describe, expect, test } from 'vitest'
import { createSimulator } from './createSimulator.js'
import { createBench, linkIn, NOON } from './simulator.kit.js'

const LINK =
  /^https:\/\/pps\.whatsapp\.net\/v\/t61\.24694-24\/\d{9}_\d{16}_\d{19}_n\.jpg\?ccb=11-4&oh=01_[\w-]{40}&oe=[0-9A-F]{8}&_nc_sid=\w+&_nc_cat=\d{3}$/

describe('getAvatar', () => {
  test('answers in the current style', async () => {
    const bench = createBench()
    const found: unknown = await (await bench.getAvatar(bench.found)).json()
    expect(found).toEqual({ urlAvatar: expect.stringMatching(LINK), available: true })
    for (const [chatId, available] of [
      [bench.none, true],
      [bench.hidden, false],
      [bench.noAccount, true],
      ['12025550199@c.us', true],
    ] as const) {
      const response = await bench.getAvatar(chatId)
      expect(response.status).toBe(200)
      expect(await response.json()).toEqual({ urlAvatar: '', available })
    }
  })

  test('answers in the legacy style, where privacy cannot be told and failures come as reason', async () => {
    const bench = createBench({ responseStyle: 'legacy' })
    const answer = async (chatId: string): Promise<unknown> => (await bench.getAvatar(chatId)).json()
    expect(await answer(bench.found)).toEqual({
      existsWhatsapp: true,
      urlAvatar: expect.stringMatching(LINK),
      reason: '',
    })
    expect(await answer(bench.none)).toEqual({ existsWhatsapp: true, urlAvatar: '', reason: '' })
    expect(await answer(bench.hidden)).toEqual({ existsWhatsapp: true, urlAvatar: '', reason: '' })
    expect(await answer(bench.noAccount)).toEqual({ existsWhatsapp: false, urlAvatar: '', reason: '' })
    expect(await answer('undefined@c.us')).toEqual({
      existsWhatsapp: false,
      urlAvatar: '',
      reason: 'bad request data',
    })
  })

  test('answers in the base64 style, raw for some chats and as a data URI for others', async () => {
    const bench = createBench({ responseStyle: 'base64' })
    const prefixes = new Set<string>()
    for (let index = 0; index < 8; index += 1) {
      const chatId = `1202555017${index}@c.us`
      bench.simulator.setContact(chatId, { pictureId: 'dog' })
      const { base64Avatar }: { base64Avatar: string } = await (await bench.getAvatar(chatId)).json()
      const base64 = base64Avatar.replace('data:image/jpeg;base64,', '')
      prefixes.add(base64Avatar.slice(0, -base64.length))
      expect([...Buffer.from(base64, 'base64').subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    }
    expect([...prefixes].sort()).toEqual(['', 'data:image/jpeg;base64,'])
    expect(await (await bench.getAvatar(bench.hidden)).json()).toEqual({
      urlAvatar: '',
      available: false,
      base64Avatar: '',
    })
  })

  test('is also called GetAvatar, and under /v3', async () => {
    const bench = createBench()
    expect((await bench.call('GetAvatar', { chatId: bench.none })).status).toBe(200)
    const { idInstance, apiToken } = bench.simulator
    const v3 = `https://api.green-api.com/v3/waInstance${idInstance}/getAvatar/${apiToken}`
    expect(
      (await bench.simulator.fetch(v3, { method: 'POST', body: JSON.stringify({ chatId: bench.none }) }))
        .status,
    ).toBe(200)
  })

  test.each([
    '',
    'null@c.us',
    '+55 21 99999-0000',
    '12025550143@s.whatsapp.net',
    '12025550143@C.US',
    '12345@g.us',
  ])('refuses the chat id %j with the token in the body', async (chatId) => {
    const bench = createBench()
    const response = await bench.getAvatar(chatId)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      statusCode: 400,
      timestamp: new Date(NOON).toISOString(),
      path: `/waInstance${bench.simulator.idInstance}/getAvatar/${bench.simulator.apiToken}`,
      message: expect.stringContaining('Bad Request Validation failed'),
    })
  })

  test('refuses a body that is not JSON or names no chat', async () => {
    const bench = createBench()
    const broken = await bench.call('getAvatar', undefined, { body: '{"chatId":' })
    expect([broken.status, await broken.text()]).toEqual([400, expect.stringContaining('JSON')])
    for (const body of [{}, null, 'text', { chatId: 7 }]) {
      const response = await bench.call('getAvatar', body)
      expect([response.status, await response.text()]).toEqual([
        400,
        expect.stringContaining("'chatId' is required"),
      ])
    }
  })
})

describe('the other methods', () => {
  test('checkWhatsapp tells accounts from numbers without one', async () => {
    const bench = createBench()
    const ask = async (phoneNumber: unknown): Promise<unknown> =>
      (await bench.call('checkWhatsapp', { phoneNumber })).json()
    expect(await ask(12025550143)).toEqual({ existsWhatsapp: true })
    expect(await ask(12025550145)).toEqual({ existsWhatsapp: true })
    expect(await ask(12025550146)).toEqual({ existsWhatsapp: false })
    expect(await ask(12025550199)).toEqual({ existsWhatsapp: false })
    expect(await ask('12025550143')).toMatchObject({
      statusCode: 400,
      message: expect.stringContaining("'phoneNumber'"),
    })
  })

  test('getStateInstance says that the instance is authorized', async () => {
    const response = await createBench().call('getStateInstance', undefined, { method: 'GET' })
    expect(await response.json()).toEqual({ stateInstance: 'authorized' })
  })
})

describe('refusals', () => {
  const post = { method: 'POST', body: '{"chatId":"12025550143@c.us"}' }

  test('401 for a wrong token, 403 for a wrong instance', async () => {
    const { simulator } = createBench()
    const base = 'https://api.green-api.com/waInstance'
    expect((await simulator.fetch(`${base}${simulator.idInstance}/getAvatar/wrong`, post)).status).toBe(401)
    expect((await simulator.fetch(`${base}9999/getAvatar/${simulator.apiToken}`, post)).status).toBe(403)
  })

  test('404 for a wrong verb, a wrong method, a WABA instance and a strange address', async () => {
    const bench = createBench()
    expect((await bench.call('getAvatar', undefined, { method: 'GET' })).status).toBe(404)
    const unknown = await bench.call('getAvatars', {})
    expect(unknown.status).toBe(404)
    expect(await unknown.text()).toContain(bench.simulator.apiToken)
    expect((await createBench({ idInstance: '7835123456' }).getAvatar(bench.found)).status).toBe(404)
    expect((await bench.simulator.fetch('https://api.green-api.com/')).status).toBe(404)
  })

  test('429 for the eleventh call in a sliding second, per method', async () => {
    let at = NOON
    const bench = createBench({ now: () => at })
    const statuses: number[] = []
    for (let index = 0; index < 12; index += 1, at += 50)
      statuses.push((await bench.getAvatar(bench.none)).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429])
    expect((await bench.call('checkWhatsapp', { phoneNumber: 12025550143 })).status).toBe(200)
    at = NOON + 999
    const refused = await bench.getAvatar(bench.none)
    expect([refused.status, refused.headers.has('retry-after')]).toEqual([429, false])
    expect(await refused.text()).toContain(bench.simulator.apiToken)
    at = NOON + 1_000
    expect((await bench.getAvatar(bench.none)).status).toBe(200)
    expect((await bench.getAvatar(bench.none)).status).toBe(429)
  })

  test('no 429 with ratePerSecond Infinity', async () => {
    const bench = createBench({ ratePerSecond: Infinity })
    for (let index = 0; index < 40; index += 1) expect((await bench.getAvatar(bench.none)).status).toBe(200)
  })
})

describe('pictures', () => {
  test('a link gives the JPEG, GET and HEAD', async () => {
    const bench = createBench()
    const link = await linkIn(await bench.getAvatar(bench.found))
    const response = await bench.simulator.fetch(link)
    const bytes = await response.arrayBuffer()
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(response.headers.get('content-length')).toBe(String(bytes.byteLength))
    const head = await bench.simulator.fetch(link, { method: 'HEAD' })
    expect([head.headers.get('content-length'), (await head.arrayBuffer()).byteLength]).toEqual([
      String(bytes.byteLength),
      0,
    ])
    expect((await bench.simulator.fetch(link, { method: 'POST' })).status).toBe(405)
  })

  test('links point to the origin of the call by default', async () => {
    const bench = createBench({ pictureBaseUrl: undefined })
    expect(await linkIn(await bench.getAvatar(bench.found))).toMatch(
      /^https:\/\/1103\.api\.green-api\.com\/v\//,
    )
  })

  test('each call gives a new link to the same file', async () => {
    const bench = createBench()
    const [one, two] = [
      await linkIn(await bench.getAvatar(bench.found)),
      await linkIn(await bench.getAvatar(bench.found)),
    ]
    expect(one).not.toBe(two)
    expect(new URL(one).pathname).toBe(new URL(two).pathname)
  })

  test('a link works until oe, then answers 403 URL signature expired', async () => {
    let at = NOON
    const bench = createBench({ now: () => at, pictureLifeMs: 3_600_000 })
    const link = await linkIn(await bench.getAvatar(bench.found))
    expect(Number.parseInt(new URL(link).searchParams.get('oe') ?? '', 16) * 1_000).toBe(NOON + 3_600_000)
    at = NOON + 3_599_999
    expect((await bench.simulator.fetch(link)).status).toBe(200)
    at = NOON + 3_600_000
    const dead = await bench.simulator.fetch(link)
    expect([dead.status, await dead.text()]).toEqual([403, 'URL signature expired'])
  })

  test('a changed link answers 403', async () => {
    const bench = createBench()
    const link = await linkIn(await bench.getAvatar(bench.found))
    const longer = link.replace(/oe=\w+/, 'oe=7FFFFFFF')
    for (const forged of [
      longer,
      link.replace('_n.jpg', '_o.jpg'),
      link.replace(/oh=[^&]+/, 'oh=01_x'),
      link.split('?')[0] ?? '',
    ]) {
      expect((await bench.simulator.fetch(forged)).status).toBe(403)
    }
  })

  test('another picture has another file name, and the old link dies before oe', async () => {
    const bench = createBench()
    const old = await linkIn(await bench.getAvatar(bench.found))
    bench.simulator.setContact(bench.found, { pictureId: 'dog' })
    expect((await bench.simulator.fetch(old)).status).toBe(404)
    const fresh = await linkIn(await bench.getAvatar(bench.found))
    expect(new URL(fresh).pathname).not.toBe(new URL(old).pathname)
    expect((await bench.simulator.fetch(fresh)).status).toBe(200)
    bench.simulator.setContact(bench.found, { outcome: 'hidden' })
    expect((await bench.simulator.fetch(fresh)).status).toBe(404)
    expect(await linkIn(await bench.getAvatar(bench.found))).toBe('')
  })

  test('links outlive a restart with the same seed', async () => {
    const bench = createBench()
    const link = await linkIn(await bench.getAvatar(bench.found))
    const [restarted, other] = [createBench(), createBench({ seed: 'another' })]
    expect((await restarted.simulator.fetch(link)).status).toBe(200)
    expect((await other.simulator.fetch(link)).status).toBe(403)
  })

  test('loadPicture gives the bytes, once per picture', async () => {
    const loaded: string[] = []
    const bench = createBench({
      loadPicture: ({ id }) => {
        loaded.push(id)
        return Promise.resolve(new Uint8Array([1, 2, 3]))
      },
    })
    for (let index = 0; index < 3; index += 1) {
      const link = await linkIn(await bench.getAvatar(bench.found))
      expect([...new Uint8Array(await (await bench.simulator.fetch(link)).arrayBuffer())]).toEqual([1, 2, 3])
    }
    expect(loaded).toEqual(['woman-beach'])
  })
})

describe('calls', () => {
  test('are logged with method, chat, time and status', async () => {
    const bench = createBench({ faults: [{ kind: 'bad_gateway', method: 'checkWhatsapp' }] })
    const link = await linkIn(await bench.getAvatar(bench.found))
    await bench.simulator.fetch(link)
    await bench.call('checkWhatsapp', { phoneNumber: 12025550143 })
    await bench.call('nothing', {})
    expect(bench.simulator.calls).toEqual([
      { method: 'getAvatar', chatId: bench.found, at: NOON, status: 200 },
      { method: 'picture', chatId: bench.found, at: NOON, status: 200 },
      { method: 'checkWhatsapp', chatId: bench.found, at: NOON, status: 502, fault: 'bad_gateway' },
      { method: 'unknown', at: NOON, status: 404 },
    ])
    bench.simulator.clearCalls()
    expect(bench.simulator.calls).toEqual([])
  })

  test('a caller who leaves is logged as such and gets its own reason', async () => {
    const bench = createBench({ latencyMs: 60_000 })
    const abort = new AbortController()
    const answer = bench.getAvatar(bench.found, { signal: abort.signal })
    await expect.poll(() => bench.simulator.calls[0]?.status).toBe('open')
    abort.abort(new Error('not interested any more'))
    await expect(answer).rejects.toThrow('not interested any more')
    expect(bench.simulator.calls[0]?.status).toBe('left')
  })
})

describe('options', () => {
  test.each([
    [{ contacts: -1 }, /contacts must be a whole number/],
    [{ groups: 1.5 }, /groups must be a whole number/],
    [{ idInstance: 'abc' }, /idInstance must be digits/],
    [{ apiToken: '' }, /apiToken must be/],
    [{ latencyMs: [5, 1] as const }, /latencyMs must be a whole number from 5/],
    [{ ratePerSecond: Number.NaN }, /ratePerSecond must be/],
    [{ pictureBaseUrl: 'pps.whatsapp.net' }, /pictureBaseUrl must be an http or https address/],
    [{ faults: [{ kind: 'hang', share: 2 }] } as const, /share of fault hang/],
  ])('%j is refused', (options, message) => {
    expect(() => createSimulator(options)).toThrow(message)
  })

  test('a bad token is not repeated in the error', () => {
    expect(() => createSimulator({ apiToken: 'se cret' })).toThrow(/^(?!.*se cret)/)
  })
})
