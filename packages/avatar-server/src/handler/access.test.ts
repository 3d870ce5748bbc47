import { AvatarError } from '@greenapi/avatar-core/protocol'
import { describe, expect, it } from 'vitest'
import { collect, createHarness, readLines, whileAdvancing } from '../../test/harness.js'
import type { Authorize } from '../access/authorize.js'
import { jpegBytes, transportOf } from '../pictures/pictures.kit.js'
import { createAvatarHandler } from './createAvatarHandler.js'

const strangers = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${5521900000000 + n}@c.us`)

describe('authorize', () => {
  it('must be given: creation says how', () => {
    // @ts-expect-error: what JavaScript and careless copies do.
    expect(() => createAvatarHandler({})).toThrow(/authorize is missing.*'public'/s)
    // @ts-expect-error: no such word.
    expect(() => createAvatarHandler({ authorize: 'open' })).toThrow(/authorize is missing/)
  })

  it('runs once per batch, before the cache, with canonical ids, headers and address', async () => {
    const seen: Parameters<Authorize>[0][] = []
    const authorize: Authorize = (request) => {
      seen.push(request)
      return true
    }
    const { ask, ids, simulator } = await createHarness({ authorize })
    const [id = ''] = ids(1)
    await ask([id, `+${id.replace('@c.us', '')}`, 'null@c.us'], { headers: { Authorization: 'Bearer x' } })
    await ask([id])
    expect(seen).toHaveLength(2)
    expect(seen[0]?.chatIds).toEqual([id])
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer x')
    expect(seen[0]?.headers.get('x-nothing')).toBeNull()
    expect(seen[0]?.ip).toBe('203.0.113.7')
    expect(seen[0]?.raw).toBeInstanceOf(Request)
    expect(seen[0]?.signal).toBeInstanceOf(AbortSignal)
    expect(simulator.calls).toHaveLength(1)
  })

  it('refuses all with false, in 403, though the answer is in the cache', async () => {
    let isAllowed = true
    const { ask, post, get, ids } = await createHarness({ authorize: () => isAllowed })
    await ask(ids(1))
    isAllowed = false
    for (const response of [await post(ids(1)), await get(`?chatId=${ids(1)[0]}`)]) {
      expect(response.status).toBe(403)
      expect(await response.json()).toMatchObject({ code: 'forbidden' })
    }
  })

  it('lets some through: the others get a line of their own and cost no call', async () => {
    const { ask, ids, simulator } = await createHarness({
      authorize: ({ chatIds }) => ({ chatIds: chatIds.slice(0, 2) }),
    })
    const sent = ids(4)
    const lines = await ask(sent)
    const forbidden = lines.filter((line) => line.status === 'error')
    expect(forbidden.map(({ chatId }) => chatId)).toEqual(sent.slice(2))
    expect(forbidden.every((line) => line.code === 'forbidden')).toBe(true)
    expect(simulator.calls).toHaveLength(2)
  })

  it('sends a Response as it is', async () => {
    const { post, ids } = await createHarness({
      authorize: () => new Response('sign in', { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } }),
    })
    const response = await post(ids(1))
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(await response.text()).toBe('sign in')
  })

  it('refuses when it throws, tells the app, and shows the visitor nothing', async () => {
    const error = new Error('db password is hunter2')
    const { post, ids, events } = await createHarness({ authorize: () => Promise.reject(error) })
    const response = await post(ids(1))
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('hunter2')
    expect(events).toContainEqual(expect.objectContaining({ type: 'problem', where: 'authorize', error }))
  })

  it('may throw an AvatarError to name the code', async () => {
    const { post, ids } = await createHarness({
      authorize: () => Promise.reject(new AvatarError('unauthorized')),
    })
    expect((await post(ids(1))).status).toBe(401)
  })

  it('refuses when it returns what it may not', async () => {
    // @ts-expect-error: forgotten return.
    const { post, ids } = await createHarness({ authorize: () => undefined })
    expect((await post(ids(1))).status).toBe(500)
  })
})

describe('concealAccounts', () => {
  it('makes none, hidden, no_account and forbidden one answer: body, headers and lifetime', async () => {
    const seen = new Set<string>()
    const { ask, get, simulator, clock } = await createHarness({
      concealAccounts: true,
      checkAccount: true,
      authorize: ({ chatIds }) => ({ chatIds: chatIds.filter((id) => !id.startsWith('999')) }),
    })
    const of = (outcome: string) =>
      simulator.contacts.find((one) => one.outcome === outcome && one.kind === 'user')?.chatId ?? ''
    const chatIds = [of('none'), of('hidden'), of('no_account'), '9995550000001@c.us']
    expect(chatIds.every((id) => id !== '')).toBe(true)
    await ask(chatIds)
    await clock.advance(7 * 60_000)
    for (const chatId of chatIds) {
      const response = await whileAdvancing(clock, get(`?chatId=${chatId}`))
      const body = await response.text()
      seen.add(JSON.stringify([response.status, [...response.headers], body.replace(chatId, 'ID')]))
    }
    const [line = ''] = await ask(chatIds).then((lines) => [
      ...new Set(lines.map((answer) => JSON.stringify({ ...answer, chatId: '' }))),
    ])
    expect(seen.size).toBe(1)
    expect(JSON.parse(line)).toEqual({ chatId: '', status: 'none', freshForMs: 6 * 3_600_000 })
  })

  it('still shows pictures', async () => {
    const { ask, simulator } = await createHarness({ concealAccounts: true })
    const found = simulator.contacts.find(({ outcome }) => outcome === 'found')?.chatId ?? ''
    expect(await ask([found])).toMatchObject([{ status: 'found' }])
  })
})

describe('origins', () => {
  const cases: [what: string, headers: Record<string, string>, status: number][] = [
    ['a page of this origin', { 'sec-fetch-site': 'same-origin', origin: 'http://app.example' }, 200],
    ['somebody who types the address', { 'sec-fetch-site': 'none' }, 200],
    ['a page of a sister site', { 'sec-fetch-site': 'same-site', origin: 'http://b.app.example' }, 200],
    ['a page of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['another site without an Origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another site that is listed', { 'sec-fetch-site': 'cross-site', origin: 'https://crm.example' }, 200],
    ['plain http, the same host', { origin: 'http://app.example', host: 'app.example' }, 200],
    ['plain http, another port', { origin: 'http://app.example:8080', host: 'app.example' }, 403],
    ['plain http, another host', { origin: 'http://evil.example', host: 'app.example' }, 403],
    ['plain http, a listed origin', { origin: 'https://crm.example', host: 'app.example' }, 200],
    ['a page without an origin', { origin: 'null', host: 'app.example' }, 403],
    ['a site of a kind nobody knows', { 'sec-fetch-site': 'cross-galaxy' }, 403],
    ['two sites at once', { 'sec-fetch-site': 'same-origin, cross-site' }, 403],
    ['a program', {}, 200],
  ]

  it.each(cases)('%s gets its due', async (_what, headers, status) => {
    const { post, ids, clock, simulator } = await createHarness({
      cors: { origins: ['https://crm.example'] },
    })
    const response = await whileAdvancing(clock, post(ids(1), { headers }))
    expect(response.status).toBe(status)
    expect(simulator.calls).toHaveLength(status === 403 ? 0 : 1)
    await response.body?.cancel()
  })

  it('compares with the host the proxy was asked for, once the proxy is trusted', async () => {
    const headers = {
      origin: 'https://app.example',
      host: 'internal:3000',
      'x-forwarded-host': 'app.example',
    }
    const trusting = await createHarness({ trustProxy: true })
    const doubting = await createHarness()
    expect((await trusting.post(['null@c.us'], { headers })).status).toBe(200)
    expect((await doubting.post(['null@c.us'], { headers })).status).toBe(403)
  })

  it('lets listed pages read answers, and nobody else', async () => {
    const { post, handler } = await createHarness({
      cors: { origins: ['https://crm.example'], credentials: true },
    })
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://crm.example' }
    const listed = await post(['null@c.us'], { headers })
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://crm.example')
    expect(listed.headers.get('access-control-allow-credentials')).toBe('true')
    expect(listed.headers.get('vary')).toBe('Origin')
    const other = await post(['null@c.us'], {
      headers: { ...headers, origin: 'https://crm.example.evil.example' },
    })
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
    expect(other.headers.get('vary')).toBe('Origin')
    const preflight = (origin: string) =>
      handler(
        new Request('http://app.example/api/avatars', {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'authorization,content-type',
          },
        }),
      )
    const allowed = await preflight('https://crm.example')
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-headers')).toBe('authorization,content-type')
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-methods')).toBeNull()
  })

  it('asks nothing of pages that load a picture', async () => {
    const { get } = await createHarness()
    const response = await get('/picture/AAAA', { 'sec-fetch-site': 'cross-site' })
    expect(response.status).toBe(404)
  })
})

describe('budgets', () => {
  const budgets = { chatIds: { points: 10, perSeconds: 3_600 }, requests: { points: 20, perSeconds: 60 } }

  it('counts distinct ids: asking again costs nothing, a new one is refused when all are spent', async () => {
    const { ask } = await createHarness({ budgets })
    const sent = strangers(12)
    const lines = await ask(sent)
    const refused = lines.filter((line) => line.status === 'error')
    expect(refused.map(({ chatId }) => chatId)).toEqual(sent.slice(10))
    expect(refused[0]).toMatchObject({ code: 'rate_limited', retryAfterMs: expect.any(Number) })
    const again = await ask(sent.slice(0, 10))
    expect(again.every(({ status }) => status === 'none')).toBe(true)
  })

  it('counts a refresh', async () => {
    const { ask } = await createHarness({ budgets })
    const [id = ''] = strangers(1)
    for (let n = 0; n < 10; n += 1) await ask([id], { refresh: [id] })
    expect(await ask([id], { refresh: [id] })).toMatchObject([{ status: 'error', code: 'rate_limited' }])
    expect(await ask([id])).toMatchObject([{ status: 'none' }])
  })

  it('refuses requests beyond theirs with 429 and Retry-After', async () => {
    const { post } = await createHarness({ budgets })
    for (let n = 0; n < 20; n += 1) expect((await post(['null@c.us'])).status).toBe(200)
    const response = await post(['null@c.us'])
    expect(response.status).toBe(429)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await post(['null@c.us'], { ip: '203.0.113.8' })).status).toBe(200)
  })

  it('are by subject where authorize names one, wherever it asks from', async () => {
    const { ask } = await createHarness({
      budgets,
      authorize: ({ headers }) => ({ subject: headers.get('x-user') ?? '' }),
    })
    const ana = { 'x-user': 'ana' }
    await ask(strangers(10), { headers: ana })
    const [late = ''] = strangers(11).slice(10)
    expect(await ask([late], { headers: ana, ip: '198.51.100.1' })).toMatchObject([{ code: 'rate_limited' }])
    expect(await ask([late], { headers: { 'x-user': 'bo' } })).toMatchObject([{ status: 'none' }])
  })

  it('take all addresses of one IPv6 customer for one', async () => {
    const { post } = await createHarness({ budgets: { requests: { points: 1, perSeconds: 60 } } })
    expect((await post(['null@c.us'], { ip: '2001:db8:1:2:aaaa::1' })).status).toBe(200)
    expect((await post(['null@c.us'], { ip: '2001:db8:1:2:bbbb::9' })).status).toBe(429)
    expect((await post(['null@c.us'], { ip: '2001:db8:1:3::1' })).status).toBe(200)
  })

  it('believe X-Forwarded-For as far as the proxies in front reach', async () => {
    const one = { budgets: { requests: { points: 1, perSeconds: 60 } } }
    const forged = (n: number) => ({ headers: { 'x-forwarded-for': `198.51.100.${n}, 192.0.2.1` } })
    const trusting = await createHarness({ ...one, trustProxy: 1 })
    expect((await trusting.post(['null@c.us'], forged(1))).status).toBe(200)
    expect((await trusting.post(['null@c.us'], forged(2))).status).toBe(429)
    const doubting = await createHarness(one)
    const claim = (address: string) => ({ headers: { 'x-forwarded-for': address } })
    expect((await doubting.post(['null@c.us'], claim('1.1.1.1'))).status).toBe(200)
    expect((await doubting.post(['null@c.us'], claim('2.2.2.2'))).status).toBe(429)
    const problems = doubting.events.filter((event) => event.type === 'problem')
    expect(problems).toMatchObject([{ where: 'trustProxy', message: expect.stringContaining('trustProxy') }])
    expect(trusting.events.filter((event) => event.type === 'problem')).toEqual([])
  })
})

describe('many instances', () => {
  const secret = 'a secret of at least thirty-two characters'

  async function tenants() {
    // Their clocks stand still, so they must not count.
    const first = await createHarness(
      {},
      { seed: 'one', contacts: 60, idInstance: '1101000001', ratePerSecond: Infinity },
    )
    const second = await createHarness(
      {},
      { seed: 'two', contacts: 60, idInstance: '2202000002', ratePerSecond: Infinity },
    )
    const simulators = { one: first.simulator, two: second.simulator }
    const asked: string[] = []
    const both = await createHarness({
      secret,
      cache: { maxEntries: 40, maxNegatives: 40 },
      resolveInstance: ({ headers }) => headers.get('x-tenant') ?? '',
      credentialsFor(id) {
        asked.push(id)
        if (id !== 'one' && id !== 'two') throw new Error(`no tenant, token is ${first.simulator.apiToken}`)
        const { idInstance, apiToken } = simulators[id]
        return { idInstance, apiToken, apiUrl: `https://${id}.example` }
      },
      fetch: (input, init) => {
        const url = String(input instanceof Request ? input.url : input)
        return simulators[url.includes('one.example') ? 'one' : 'two'].fetch(url, init)
      },
    })
    const as = (tenant: string) => ({ headers: { 'x-tenant': tenant } })
    return { ...both, simulators, asked, as }
  }

  /** Names as they come, all of one number. */
  async function oneNumber(options: Parameters<typeof createHarness>[0]) {
    const first = await createHarness({}, { ratePerSecond: Infinity })
    first.handler.close()
    const { idInstance, apiToken } = first.simulator
    const harness = await createHarness({
      secret,
      resolveInstance: ({ headers }) => headers.get('x-tenant') ?? '',
      credentialsFor: () => ({ idInstance, apiToken }),
      fetch: first.simulator.fetch,
      ...options,
    })
    return { ...harness, simulator: first.simulator }
  }

  it('asks each instance for itself and shows none the answers of another', async () => {
    const { ask, as, simulators, asked, handler } = await tenants()
    const id = simulators.one.contacts[0]?.chatId ?? ''
    await ask([id], as('one'))
    await ask([id], as('two'))
    await ask([id], as('two'))
    expect(simulators.one.calls).toHaveLength(1)
    expect(simulators.two.calls).toHaveLength(1)
    expect(asked).toEqual(['one', 'two'])
    expect(Object.keys(handler.stats().instances).sort()).toEqual(['one', 'two'])
  })

  it('gives each its own urls, which open for nobody else', async () => {
    const { ask, as, simulators, get } = await tenants()
    const found = simulators.one.contacts.find(({ outcome }) => outcome === 'found')?.chatId ?? ''
    simulators.two.setContact(found, { outcome: 'found', pictureId: simulators.two.pictures[0]?.id })
    const [one] = await ask([found], as('one'))
    const [two] = await ask([found], as('two'))
    if (one?.status !== 'found' || two?.status !== 'found') throw new Error('both have a picture')
    const [name = '', sealed = ''] = one.url.replace('picture/', '').split('.')
    const [otherName = ''] = two.url.replace('picture/', '').split('.')
    expect(name).not.toBe(otherName)
    expect(one.url).not.toContain('one')
    expect((await get(`/picture/${otherName}.${sealed}`)).status).toBe(404)
    expect((await get(`/picture/${sealed}`)).status).toBe(404)
    expect((await get(`/picture/AAAA.${sealed}`)).status).toBe(404)
  })

  it('lets none evict or slow another beyond its share', async () => {
    const { ask, as, simulators, clock, post, handler } = await tenants()
    // Keys are derived in real time: before the clock moves.
    for (const instance of ['one', 'two']) await collect(handler.lookup([], { instance }))
    const mine = simulators.two.contacts.filter(({ outcome }) => outcome === 'found').slice(0, 10)
    await ask(
      mine.map(({ chatId }) => chatId),
      as('two'),
    )
    simulators.two.clearCalls()
    const greedy = post(
      simulators.one.contacts.slice(0, 60).map(({ chatId }) => chatId),
      as('one'),
    ).then(readLines)
    const startedMs = clock.now()
    await ask(strangers(5), as('two'))
    expect(clock.now() - startedMs).toBeLessThanOrEqual(1_100)
    await whileAdvancing(clock, greedy)
    simulators.two.clearCalls()
    await ask(
      mine.map(({ chatId }) => chatId),
      as('two'),
    )
    expect(simulators.two.calls).toHaveLength(0)
  })

  it('answers for an instance whose credentials cannot be had, without showing why', async () => {
    const { ask, as, asked, events, simulators } = await tenants()
    const [id = ''] = strangers(1)
    expect(await ask([id], as('three'))).toMatchObject([{ status: 'error', code: 'upstream_credentials' }])
    await ask([id], as('three'))
    expect(asked).toEqual(['three'])
    const problem = events.find((event) => event.type === 'problem')
    expect(problem).toMatchObject({
      where: 'credentials',
      message: expect.stringContaining('credentialsFor threw'),
    })
    expect(JSON.stringify(events)).not.toContain(simulators.one.apiToken)
  })

  it('waits for credentials no longer than for an answer, and asks for them again', async () => {
    let isHanging = true
    const { ask, events } = await oneNumber({
      credentialsFor: () =>
        isHanging
          ? new Promise(() => {})
          : { idInstance: '1101000001', apiToken: 'd75b3a66374942c5b3c019c698abc206' },
      fetch: async () => Response.json({ urlAvatar: '', available: true }),
    })
    const named = { headers: { 'x-tenant': 'a' } }
    expect(await ask(strangers(1), named)).toMatchObject([{ code: 'upstream_credentials' }])
    expect(events).toContainEqual(
      expect.objectContaining({ where: 'credentials', message: expect.stringContaining('gave no answer') }),
    )
    isHanging = false
    let answers = await ask(strangers(1), named)
    for (let n = 0; n < 200 && answers[0]?.status === 'error'; n += 1)
      answers = await ask(strangers(1), named)
    expect(answers).toMatchObject([{ status: 'none' }])
  })

  it('takes strange names as they are, but for those that keys could not tell apart', async () => {
    const { handler, post } = await oneNumber({
      resolveInstance: ({ headers }) => JSON.parse(headers.get('x-name') ?? '""'),
    })
    const status = async (name: string) =>
      (await post(['null@c.us', ...strangers(1)], { waitMs: 0, headers: { 'x-name': name } })).status
    expect(await status('"\\ud800"')).toBe(403)
    expect(await status('"\\ud83d\\ude00"')).toBe(200)
    expect(await status('"__proto__"')).toBe(200)
    expect(Object.keys(handler.stats().instances)).toEqual(['\u{1f600}', '__proto__'])
  })

  it('keeps no more open than it may, and closes the one that is idle for longest', async () => {
    const { simulator, ...first } = await createHarness({}, { ratePerSecond: Infinity })
    const { handler, clock } = await createHarness({
      secret,
      maxInstances: 2,
      resolveInstance: ({ headers }) => headers.get('x-tenant') ?? '',
      credentialsFor: () => ({ idInstance: simulator.idInstance, apiToken: simulator.apiToken }),
      fetch: simulator.fetch,
    })
    first.handler.close()
    const open = async (instance: string) =>
      collect(handler.lookup(['5521900000001@c.us'], { instance, maxWaitMs: 0 }))
    const names = () => Object.keys(handler.stats().instances).sort()
    await open('a')
    await open('b')
    expect(await open('c')).toMatchObject([{ status: 'error', code: 'overloaded', retryAfterMs: 60_000 }])
    await clock.advance(30_000)
    await open('a')
    await clock.advance(40_000)
    expect(await open('c')).toMatchObject([{ status: 'error', code: 'timeout' }])
    expect(names()).toEqual(['a', 'c'])
  })

  it('opens no picture for who asks for another instance, though authorize lets everybody in', async () => {
    const { post, get } = await oneNumber({
      pictureAccess: 'authorize',
      fetch: async () =>
        Response.json({ urlAvatar: 'https://pps.whatsapp.net/v/1_2_n.jpg', available: true }),
      transport: transportOf(jpegBytes()),
    })
    const [answer] = await readLines(await post(strangers(1), { headers: { 'x-tenant': 'a' } }))
    const path = `/${answer?.status === 'found' ? answer.url : ''}`
    expect((await get(path, { 'x-tenant': 'b' })).status).toBe(404)
    expect((await get(path)).status).toBe(403)
    expect((await get(path, { 'x-tenant': 'a' })).status).toBe(200)
    expect((await get(path, { 'x-tenant': 'b' })).status).toBe(404)
  })

  it('refuses a request whose instance is not named', async () => {
    const { post } = await tenants()
    expect((await post(strangers(1))).status).toBe(403)
  })

  it('has keys of its own for each number, though servers of one number each share a secret', async () => {
    const of = async (idInstance: string) => createHarness({ secret }, { idInstance, seed: 'one' })
    const one = await of('1101000001')
    const two = await of('1101000002')
    const found = one.simulator.contacts.find(({ outcome }) => outcome === 'found')?.chatId ?? ''
    const [answer] = await one.ask([found])
    const path = `/${answer?.status === 'found' ? answer.url : ''}`
    expect((await two.get(path)).status).toBe(404)
    expect(two.simulator.calls).toHaveLength(0)
    const again = await of('1101000001')
    expect((await again.ask([found]))[0]).toEqual(answer)
  })

  it('needs both functions and a secret', () => {
    const credentialsFor = () => ({ idInstance: '1', apiToken: 'x' })
    const create = (options: object) => () => createAvatarHandler({ authorize: 'public', ...options })
    expect(create({ credentialsFor })).toThrow(/belong together/)
    expect(create({ credentialsFor, resolveInstance: () => 'a' })).toThrow(/secret is missing/)
    expect(create({ credentialsFor, resolveInstance: () => 'a', secret: 'short' })).toThrow(/too short/)
  })
})
