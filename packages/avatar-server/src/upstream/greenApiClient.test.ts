import { AvatarError, type AvatarErrorCode, parseChatId } from '@greenapi/avatar-core/protocol'
import { type Fault, type SimulatorOptions, createSimulator } from '@greenapi/simulator'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../time/clock.js'
import { openInstance } from '../credentials.js'
import { STALE_CONNECTION } from '../http/upstreamRequest.js'
import { createFetchSend } from '../http/upstreamSend.js'
import { createGreenApiClient } from './greenApiClient.js'
import type { FailureScope } from './upstreamResult.js'

/** Only what never comes is waited for in vain, so the others get the time that a busy machine needs. */
const isEndless = ({ kind }: Fault): boolean => kind === 'hang' || kind === 'slow_body'

function start(faults: readonly Fault[] = [], options: SimulatorOptions = {}) {
  const simulator = createSimulator({ contacts: 40, groups: 0, ...options, faults })
  const { idInstance, apiToken } = simulator
  const access = openInstance(
    { idInstance, apiToken },
    { send: createFetchSend(simulator.fetch), messenger: 'whatsapp', allowPrivateAddresses: false },
  )
  const client = createGreenApiClient({
    access: () => Promise.resolve(access),
    clock: systemClock,
    timeoutMs: faults.some(isEndless) ? 300 : 20_000,
    maxBodyBytes: 4_194_304,
    needsLink: false,
  })
  return { simulator, client }
}

describe('createGreenApiClient', () => {
  it.each<[Fault['kind'], AvatarErrorCode, FailureScope]>([
    ['hang', 'upstream_timeout', 'outage'],
    ['slow_body', 'upstream_timeout', 'outage'],
    ['reset', 'upstream_failed', 'outage'],
    ['bad_request', 'invalid_chat_id', 'chat'],
    ['validation_failed', 'invalid_chat_id', 'chat'],
    ['reason_bad_request', 'invalid_chat_id', 'chat'],
    ['avatar_timeout', 'upstream_timeout', 'chat'],
    ['reason_timeout', 'upstream_timeout', 'chat'],
    ['instance_starting', 'instance_unavailable', 'method'],
    ['instance_unready', 'instance_unavailable', 'method'],
    ['instance_not_authorized', 'instance_unavailable', 'method'],
    ['instance_expired', 'instance_unavailable', 'method'],
    ['instance_deleted', 'instance_unavailable', 'method'],
    ['unauthorized', 'upstream_credentials', 'method'],
    ['forbidden', 'upstream_credentials', 'method'],
    ['rate_limited', 'rate_limited', 'rate'],
    ['rate_overlimit', 'rate_limited', 'rate'],
    ['quota_invoke', 'quota_exceeded', 'method'],
    ['quota_invoke_text', 'quota_exceeded', 'method'],
    ['quota_correspondents', 'quota_exceeded', 'chat'],
    ['quota_correspondents_text', 'quota_exceeded', 'chat'],
    ['server_error', 'upstream_failed', 'outage'],
    ['server_error_text', 'upstream_failed', 'outage'],
    ['bad_gateway', 'upstream_failed', 'outage'],
    ['unavailable', 'upstream_failed', 'outage'],
    ['gateway_timeout', 'upstream_timeout', 'outage'],
    ['client_closed', 'upstream_timeout', 'outage'],
    ['malformed_json', 'bad_response', 'chat'],
    ['empty_body', 'bad_response', 'chat'],
    ['html_page', 'bad_response', 'chat'],
    ['cut_body', 'upstream_failed', 'outage'],
    ['huge_body', 'upstream_failed', 'outage'],
  ])('turns %s into %s, which concerns the %s', async (kind, code, scope) => {
    const { simulator, client } = start([{ kind }])
    const [first] = simulator.contacts
    const result = await client.getAvatar(parseChatId(first?.chatId ?? ''), () => {})
    expect(result).toMatchObject({ ok: false, error: { code }, scope })
  })

  it.each(['legacy', 'current', 'base64'] as const)(
    'reads the answers of a %s server',
    async (responseStyle) => {
      const { simulator, client } = start([], { responseStyle, ratePerSecond: Infinity })
      const seen = new Set<string>()
      const pictures: { readonly id: string; readonly hasBytes: boolean }[] = []
      for (const { chatId } of simulator.contacts) {
        const result = await client.getAvatar(parseChatId(chatId), () => {})
        if (!result.ok) continue
        const { answer, bytes } = result.value
        seen.add(answer.status)
        if (answer.status === 'found') pictures.push({ id: answer.pictureId, hasBytes: bytes !== undefined })
      }
      expect(pictures.every(({ id }) => !id.includes('?'))).toBe(true)
      expect(pictures.every(({ hasBytes }) => hasBytes === (responseStyle === 'base64'))).toBe(true)
      expect(seen).toContain('found')
      expect(seen).toContain('none')
    },
  )

  it('treats an expiry that has already passed as one that says nothing', async () => {
    const { simulator, client } = start([{ kind: 'link_expired' }], { ratePerSecond: Infinity })
    const answers = await Promise.all(
      simulator.contacts.map(({ chatId }) => client.getAvatar(parseChatId(chatId), () => {})),
    )
    const found = answers.flatMap((one) =>
      one.ok && one.value.answer.status === 'found' ? [one.value.answer] : [],
    )
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ expiresAtMs }) => expiresAtMs === undefined)).toBe(true)
  })

  it('does not read a body beyond its cap', async () => {
    const { simulator, client } = start([{ kind: 'huge_body' }])
    const before = process.memoryUsage().arrayBuffers
    await client.getAvatar(parseChatId(simulator.contacts[0]?.chatId ?? ''), () => {})
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16_000_000)
  })

  it('asks checkWhatsapp with the number alone', async () => {
    const { simulator, client } = start([], { ratePerSecond: Infinity })
    const person = simulator.contacts.find(({ chatId }) => chatId.endsWith('@c.us'))
    expect(await client.checkAccount(parseChatId(person?.chatId ?? ''), () => {})).toMatchObject({ ok: true })
    expect(simulator.calls.map(({ method }) => method)).toEqual(['checkWhatsapp'])
  })

  /** A client whose upstream is this function. */
  const clientOf = (send: typeof fetch, limits: { readonly timeoutMs: number }) => {
    const access = openInstance(
      { idInstance: '1101000001', apiToken: 'd75b3a66374942c5b3c019c698abc206' },
      { send: createFetchSend(send), messenger: 'whatsapp', allowPrivateAddresses: false },
    )
    return createGreenApiClient({
      access: () => Promise.resolve(access),
      clock: systemClock,
      maxBodyBytes: 100_000,
      needsLink: false,
      ...limits,
    })
  }
  const person = parseChatId('5521999990000')

  it('ends at its deadline with a fetch that knows no signal', async () => {
    const client = clientOf(() => new Promise(() => {}), { timeoutMs: 20 })
    expect(await client.getAvatar(person, () => {})).toMatchObject({
      error: { code: 'upstream_timeout' },
      scope: 'outage',
    })
  })

  it('sorts a call that was lost on an idle connection out, so that it can be made again', async () => {
    const access = openInstance(
      { idInstance: '1101000001', apiToken: 'd75b3a66374942c5b3c019c698abc206' },
      {
        send: () => Promise.reject(new AvatarError(STALE_CONNECTION)),
        messenger: 'whatsapp',
        allowPrivateAddresses: false,
      },
    )
    const client = createGreenApiClient({
      access: () => Promise.resolve(access),
      clock: systemClock,
      timeoutMs: 300,
      maxBodyBytes: 1_000,
      needsLink: false,
    })
    expect(await client.getAvatar(person, () => {})).toMatchObject({
      error: { code: 'upstream_failed' },
      scope: 'connection',
    })
  })

  it('keeps no link that is too long to be followed', async () => {
    const linked = (length: number) => {
      const urlAvatar = 'https://pps.whatsapp.net/v/1_n.jpg?'.padEnd(length, 'x')
      return clientOf(() => Promise.resolve(Response.json({ urlAvatar })), { timeoutMs: 300 })
    }
    expect(await linked(4_096).getAvatar(person, () => {})).toMatchObject({ ok: true })
    expect(await linked(4_097).getAvatar(person, () => {})).toMatchObject({ error: { code: 'bad_response' } })
  })

  it('waits as long as a 429 says, up to a minute', async () => {
    const waits: (number | undefined)[] = []
    for (const retryAfter of ['7', '86400', 'soon']) {
      const access = openInstance(
        { idInstance: '1101000001', apiToken: 'd75b3a66374942c5b3c019c698abc206' },
        {
          send: createFetchSend(() =>
            Promise.resolve(new Response('{}', { status: 429, headers: { 'retry-after': retryAfter } })),
          ),
          messenger: 'whatsapp',
          allowPrivateAddresses: false,
        },
      )
      const limits = { timeoutMs: 300, maxBodyBytes: 1_000, needsLink: false }
      const client = createGreenApiClient({
        access: () => Promise.resolve(access),
        clock: systemClock,
        ...limits,
      })
      const result = await client.getAvatar(parseChatId('5521999990000'), () => {})
      waits.push(result.ok ? undefined : result.error.retryAfterMs)
    }
    expect(waits).toEqual([7_000, 60_000, undefined])
  })
})
