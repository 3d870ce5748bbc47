import { describe, expect, it } from 'vitest'
import { metricOf, startTestGateway } from './gateway.kit.js'

const PUBLIC = { AVATAR_PUBLIC: '1' }

describe('startGateway', () => {
  it('default: prints one line with the real address, and serves avatars and their pictures there', async () => {
    await using gateway = await startTestGateway({ env: PUBLIC })
    const { simulator, printed, backendUrl } = gateway
    expect(printed).toEqual([`avatar-gateway listening on ${backendUrl}`])
    expect(backendUrl).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*\/api\/avatars$/)

    const contacts = simulator.simulator.contacts.slice(0, 8)
    const lines = await gateway.lines(contacts.map(({ chatId }) => chatId))
    expect(new Map(lines.map((line) => [line['chatId'], line['status']]))).toEqual(
      new Map(contacts.map(({ chatId, outcome }) => [chatId, outcome === 'no_account' ? 'none' : outcome])),
    )

    const found = lines.find((line) => line['status'] === 'found')
    // sharp is installed in this repository, so the program uses it.
    const picture = await fetch(`${backendUrl}/${String(found?.['url'])}?size=96`)
    expect(picture.status).toBe(200)
    expect(picture.headers.get('content-type')).toBe('image/webp')
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(100)
    expect(gateway.log.join('')).toContain('"resizer":"sharp"')
  })

  it('serves single look-ups, and another base path', async () => {
    await using gateway = await startTestGateway({ env: PUBLIC, args: ['--base-path', '/faces/'] })
    expect(gateway.backendUrl).toBe(`${gateway.url}/faces`)
    const { chatId } = gateway.simulator.simulator.contacts.find(({ outcome }) => outcome === 'none') ?? {
      chatId: '',
    }
    const response = await fetch(`${gateway.backendUrl}?chatId=${encodeURIComponent(chatId)}`)
    expect(await response.json()).toMatchObject({ chatId, status: 'none' })
    expect((await fetch(`${gateway.url}/api/avatars?chatId=${encodeURIComponent(chatId)}`)).status).toBe(404)
  })

  it('gives WhatsApp links when it is told to', async () => {
    await using gateway = await startTestGateway({ env: { ...PUBLIC, AVATAR_PICTURES: 'link' } })
    const { chatId } = gateway.simulator.simulator.contacts.find(({ outcome }) => outcome === 'found') ?? {
      chatId: '',
    }
    const [line] = await gateway.lines([chatId])
    expect(line?.['url']).toContain(`${gateway.simulator.url}/v/`)
  })

  it('lets the listed origins in, and no other', async () => {
    await using gateway = await startTestGateway({
      env: { ...PUBLIC, AVATAR_CORS_ORIGINS: 'https://app.example.com' },
    })
    const { chatId } = gateway.simulator.simulator.contacts[0] ?? { chatId: '' }
    const cross = (origin: string) => ({ origin, 'sec-fetch-site': 'cross-site' })
    const allowed = await gateway.ask([chatId], cross('https://app.example.com'))
    expect(allowed.status).toBe(200)
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example.com')
    expect((await gateway.ask([chatId], cross('https://other.example.com'))).status).toBe(403)
  })

  it('keeps serving what it knows while GREEN-API is down, and stays ready', async () => {
    await using gateway = await startTestGateway({ env: PUBLIC })
    const { simulator } = gateway.simulator
    const [known, unknown] = simulator.contacts.filter(({ outcome }) => outcome === 'found')
    await gateway.lines([known?.chatId ?? ''])
    simulator.setFaults([{ kind: 'bad_gateway' }])
    const [first] = await gateway.lines([known?.chatId ?? ''])
    const [second] = await gateway.lines([unknown?.chatId ?? ''])
    expect(first?.['status']).toBe('found')
    expect(second).toMatchObject({ status: 'error', code: 'upstream_failed' })
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200)
  })

  it('answers 404 where nothing is, and 405 to other methods on its own paths, without opening them to pages', async () => {
    await using gateway = await startTestGateway({
      env: { ...PUBLIC, AVATAR_CORS_ORIGINS: 'https://app.example.com' },
    })
    for (const path of ['/', '/api', '/api/avatars/metrics', '/api/avatars/picture/a/b']) {
      const response = await fetch(`${gateway.url}${path}`)
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
    }
    for (const path of ['/healthz', '/readyz', '/metrics']) {
      const origin = { origin: 'https://app.example.com' }
      const get = await fetch(`${gateway.url}${path}`, { headers: origin })
      expect(get.status).toBe(200)
      expect(get.headers.get('access-control-allow-origin')).toBeNull()
      expect(get.headers.get('cross-origin-resource-policy')).toBe('same-origin')
      const preflight = await fetch(`${gateway.url}${path}`, {
        method: 'OPTIONS',
        headers: { ...origin, 'access-control-request-method': 'GET' },
      })
      expect(preflight.status).toBe(405)
      expect(preflight.headers.get('allow')).toBe('GET, HEAD')
      expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
      const head = await fetch(`${gateway.url}${path}`, { method: 'HEAD' })
      expect(await head.text()).toBe('')
      expect(head.status).toBe(200)
    }
  })

  it('refuses a taken port by its number', async () => {
    await using gateway = await startTestGateway({ env: PUBLIC })
    const { port } = new URL(gateway.url)
    await expect(startTestGateway({ env: { ...PUBLIC, AVATAR_PORT: port } })).rejects.toThrow(
      `port ${port} is taken`,
    )
  })

  it('refuses an address that this machine does not have', async () => {
    await expect(startTestGateway({ env: { ...PUBLIC, AVATAR_HOST: '203.0.113.1' } })).rejects.toThrow(
      'AVATAR_HOST (--host) is no address of this machine',
    )
  })

  it('warns of risky settings in its log', async () => {
    await using gateway = await startTestGateway({ env: PUBLIC })
    const warnings = gateway.log.filter((line) => line.includes('"level":"warn"')).join('')
    expect(warnings).toContain('TURN IT OFF IN PRODUCTION')
    expect(warnings).toContain('AVATAR_PUBLIC is on')
  })
})

describe('/metrics', () => {
  it('counts calls, cache, pictures and requests, and shows queue and breaker', async () => {
    await using gateway = await startTestGateway({ env: PUBLIC })
    const { chatId } = gateway.simulator.simulator.contacts.find(({ outcome }) => outcome === 'found') ?? {
      chatId: '',
    }
    const [line] = await gateway.lines([chatId])
    await gateway.lines([chatId])
    const picture = `${gateway.backendUrl}/${String(line?.['url'])}`
    await (await fetch(picture)).arrayBuffer()
    await (await fetch(picture)).arrayBuffer()
    await (await fetch(`${gateway.url}/nothing`)).text()
    const response = await fetch(`${gateway.url}/metrics`)
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4')
    const text = await response.text()
    const expected: Record<string, number> = {
      'avatar_upstream_calls_total{method="getAvatar",outcome="found"}': 1,
      'avatar_upstream_call_duration_seconds_count{method="getAvatar"}': 1,
      'avatar_cache_answers_total{outcome="miss"}': 1,
      'avatar_cache_answers_total{outcome="fresh"}': 1,
      avatar_cache_entries: 1,
      'avatar_queue_length{method="getAvatar",kind="waited_for"}': 0,
      'avatar_rate_limit{method="getAvatar"}': 10,
      'avatar_breaker_state{method="getAvatar",state="closed"}': 1,
      'avatar_breaker_state{method="getAvatar",state="open"}': 0,
      'avatar_picture_fetches_total{outcome="fetched"}': 1,
      'avatar_picture_cache_total{outcome="hit"}': 1,
      'avatar_http_requests_total{route="avatars",status="200"}': 2,
      'avatar_http_requests_total{route="picture",status="200"}': 2,
      'avatar_http_requests_total{route="other",status="404"}': 1,
    }
    const found = Object.keys(expected).map((sample) => [sample, metricOf(text, sample)])
    expect(Object.fromEntries(found)).toEqual(expected)
    expect(text).toContain('process_cpu_seconds_total')
  })

  it('shows an open breaker, and the log says what to do', async () => {
    await using gateway = await startTestGateway({ env: PUBLIC })
    gateway.simulator.simulator.setFaults([{ kind: 'unauthorized' }])
    await gateway.lines([gateway.simulator.simulator.contacts[0]?.chatId ?? ''])
    const text = await (await fetch(`${gateway.url}/metrics`)).text()
    expect(metricOf(text, 'avatar_breaker_state{method="getAvatar",state="open"}')).toBe(1)
    expect(
      metricOf(text, 'avatar_upstream_calls_total{method="getAvatar",outcome="upstream_credentials"}'),
    ).toBe(1)
    expect(gateway.log.join('')).toMatch(/"event":"breaker".*Check GREEN_API_ID_INSTANCE/)
  })

  it('keeps the metrics of two gateways apart', async () => {
    await using one = await startTestGateway({ env: PUBLIC })
    await using two = await startTestGateway({ env: PUBLIC })
    await one.lines([one.simulator.simulator.contacts[0]?.chatId ?? ''])
    const text = await (await fetch(`${two.url}/metrics`)).text()
    expect(metricOf(text, 'avatar_http_requests_total{route="avatars",status="200"}')).toBeUndefined()
  })
})
