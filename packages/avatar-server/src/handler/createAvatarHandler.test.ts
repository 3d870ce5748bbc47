import { createAvatarClient } from '@greenapi/avatar-core'
import { peakCalls } from '@greenapi/simulator'
import { describe, expect, it } from 'vitest'
import { settle } from '../../test/fakeClock.js'
import { collect, createHarness, readLines, whileAdvancing } from '../../test/harness.js'

describe('createAvatarHandler', () => {
  describe('POST', () => {
    it('answers each string that was sent with a line of its own, byte for byte', async () => {
      const { ask, ids } = await createHarness()
      const [id = ''] = ids(1)
      const phone = ` +${id.replace('@c.us', '')}`
      const sent = [id, phone, 'null@c.us', '120363025@newsletter']
      const lines = await ask(sent)
      expect(lines.map(({ chatId }) => chatId).sort()).toEqual([...sent].sort())
      expect(lines.find(({ chatId }) => chatId === 'null@c.us')).toMatchObject({ code: 'invalid_chat_id' })
      expect(lines.find(({ chatId }) => chatId === '120363025@newsletter')).toMatchObject({
        code: 'unsupported_chat_id',
      })
      const [first, second] = [id, phone].map((text) => lines.find(({ chatId }) => chatId === text))
      expect({ ...second, chatId: id }).toEqual(first)
    })

    it('sends what is known in the first chunk: a cold id never holds a warm one', async () => {
      const { ask, post, ids, simulator } = await createHarness()
      const [warm = '', cold = ''] = ids(2)
      await ask([warm])
      simulator.setFaults([{ kind: 'hang' }])
      const response = await post([cold, warm])
      const reader = response.body?.getReader()
      const chunk = await reader?.read()
      const text = new TextDecoder().decode(chunk?.value)
      expect(text.trim().split('\n')).toHaveLength(1)
      expect(text).toContain(warm)
      await reader?.cancel()
    })

    it('ends with pending at waitMs, keeps the places meanwhile, and answers who asks again', async () => {
      const { ask, ids, clock, simulator } = await createHarness()
      const sent = ids(50)
      const startedMs = clock.now()
      const lines = await ask(sent, { waitMs: 3_000 })
      expect(clock.now() - startedMs).toBeLessThanOrEqual(3_100)
      const pending = lines.filter(({ status }) => status === 'pending')
      expect(pending).toHaveLength(20)
      expect(lines).toHaveLength(50)
      await clock.advance(300)
      expect(simulator.calls).toHaveLength(40)
      const again = await ask(
        pending.map(({ chatId }) => chatId),
        { waitMs: 3_000 },
      )
      expect(again.every(({ status }) => status !== 'pending')).toBe(true)
      expect(simulator.calls).toHaveLength(50)
    })

    it('has an id asked about once a second at the most, unless it was held for as long', async () => {
      const { ask, ids, simulator } = await createHarness()
      simulator.setFaults([{ kind: 'hang' }])
      const pauseAfter = async (waitMs: number): Promise<unknown> => {
        const [line] = await ask(ids(1), { waitMs })
        return line?.status === 'pending' ? line.retryAfterMs : line
      }
      expect(await pauseAfter(200)).toBe(800)
      expect(await pauseAfter(3_000)).toBe(100)
    })

    it('holds at most the deadline without waitMs, then says overloaded', async () => {
      const { ask, ids, clock } = await createHarness({ rate: { perSecond: 1 } })
      const startedMs = clock.now()
      const lines = await ask(ids(20))
      expect(clock.now() - startedMs).toBeLessThanOrEqual(15_100)
      const late = lines.filter((line) => line.status === 'error')
      expect(late).toHaveLength(5)
      expect(late[0]).toMatchObject({ code: 'overloaded', retryAfterMs: 1_000 })
    })

    it('makes 100 calls for 50 clients that ask for the same 100 cold ids', async () => {
      const { post, ids, clock, simulator } = await createHarness()
      const sent = ids(100)
      const all = Promise.all(
        Array.from({ length: 50 }, async (_, n) => readLines(await post(sent, { ip: `198.51.100.${n}` }))),
      )
      const answers = await whileAdvancing(clock, all)
      expect(answers.map((lines) => lines.length)).toEqual(Array(50).fill(100))
      expect(simulator.calls).toHaveLength(100)
    })

    it('frees the places of a client that leaves', async () => {
      const { post, ids, clock, simulator, handler } = await createHarness()
      const leaving = new AbortController()
      const response = await post(ids(100), { signal: leaving.signal })
      const read = response.text()
      await clock.advance(100)
      expect(simulator.calls).toHaveLength(10)
      leaving.abort()
      await read.catch(() => '')
      await clock.advance(20_000)
      expect(simulator.calls).toHaveLength(10)
      expect(Object.values(handler.stats().instances)[0]).toMatchObject({
        lookUps: 0,
        getAvatar: { queued: 0 },
      })
    })

    it('frees the places of a client that stops reading the stream', async () => {
      const { post, ids, clock, simulator } = await createHarness()
      const response = await post(ids(100))
      await settle()
      await response.body?.cancel()
      await clock.advance(20_000)
      expect(simulator.calls).toHaveLength(10)
    })

    it('does not let one client with 5,000 ids hold up the 5 of another', async () => {
      const { post, clock, simulator } = await createHarness({ budgets: false }, { contacts: 0, groups: 0 })
      const phones = (from: number, count: number) =>
        Array.from({ length: count }, (_, n) => `${5521900000000 + from + n}@c.us`)
      for (let batch = 0; batch < 50; batch += 1) {
        void post(phones(batch * 100, 100), { ip: '198.51.100.1' }).then((response) => response.text())
      }
      await clock.advance(500)
      const startedMs = clock.now()
      const five = post(phones(90_000, 5), { ip: '198.51.100.2' }).then(readLines)
      const lines = await whileAdvancing(clock, five, 10)
      expect(lines.map(({ status }) => status)).toEqual(Array(5).fill('none'))
      expect(clock.now() - startedMs).toBeLessThanOrEqual(1_000)
      expect(peakCalls(simulator.calls)).toBeLessThanOrEqual(10)
    })

    it('honours refresh for an answer older than a minute only', async () => {
      const { ask, ids, clock, simulator } = await createHarness()
      const [id = ''] = ids(1)
      await ask([id])
      await ask([id], { refresh: [id] })
      expect(simulator.calls).toHaveLength(1)
      await clock.advance(61_000)
      await ask([id], { refresh: [id] })
      expect(simulator.calls).toHaveLength(2)
    })
  })

  describe('lookup', () => {
    it('fills 300 cold ids in the time the limit sets, with no 429 and at most ten starts in any second', async () => {
      const { handler, ids, clock, simulator } = await createHarness()
      const startedMs = clock.now()
      const answers = await whileAdvancing(
        clock,
        collect(handler.lookup(ids(300), { maxWaitMs: 25_000 * 2 })),
        5,
      )
      const tookMs = clock.now() - startedMs
      expect(answers).toHaveLength(300)
      expect(answers.every(({ status }) => status !== 'error' && status !== 'pending')).toBe(true)
      expect(tookMs).toBeLessThanOrEqual(29_000 * 1.08)
      expect(peakCalls(simulator.calls, { windowMs: 1_000 })).toBe(10)
      expect(simulator.calls.filter(({ status }) => status === 429)).toHaveLength(0)
    })

    it('answers from the cache alone with maxWaitMs 0, asking nobody', async () => {
      const { handler, ids, ask, simulator } = await createHarness()
      const [warm = '', cold = ''] = ids(2)
      await ask([warm])
      const answers = await collect(handler.lookup([warm, cold], { maxWaitMs: 0 }))
      await settle()
      expect(answers.find(({ chatId }) => chatId === cold)).toEqual({
        chatId: cold,
        status: 'error',
        code: 'timeout',
        retryAfterMs: 1_000,
      })
      expect(answers.find(({ chatId }) => chatId === warm)?.status).not.toBe('error')
      expect(simulator.calls).toHaveLength(1)
    })

    it('yields no pending at maxWaitMs, and what is still queued then costs no call', async () => {
      const { handler, ids, clock, simulator } = await createHarness()
      const sent = ids(50)
      const answers = await whileAdvancing(clock, collect(handler.lookup(sent, { maxWaitMs: 2_500 })))
      expect(answers).toHaveLength(50)
      const late = answers.filter((answer) => answer.status === 'error')
      expect(late).toHaveLength(20)
      expect(late.every(({ code }) => code === 'timeout')).toBe(true)
      await clock.advance(5_000)
      expect(simulator.calls).toHaveLength(30)
    })

    it('settles at once as the transport of a client, known or not, though time stands still', async () => {
      const { handler, ids, ask, simulator } = await createHarness()
      const [warm = '', cold = ''] = ids(2)
      const [known] = await ask([warm])
      const client = createAvatarClient({
        transport: (chatIds, options) => handler.lookup(chatIds, { ...options, maxWaitMs: 0 }),
      })
      const [first, second] = await Promise.allSettled([client.getAvatar(warm), client.getAvatar(cold)])
      expect(first).toMatchObject({ status: 'fulfilled', value: { status: known?.status } })
      expect(second).toMatchObject({ status: 'rejected', reason: { code: 'timeout', retryable: true } })
      expect(simulator.calls).toHaveLength(1)
    })

    it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
      'refuses to wait for %d ms',
      async (maxWaitMs) => {
        const { handler, ids, simulator } = await createHarness()
        await expect(collect(handler.lookup(ids(1), { maxWaitMs }))).rejects.toThrow(RangeError)
        expect(simulator.calls).toHaveLength(0)
      },
    )

    it('rejects with the reason of its signal', async () => {
      const { handler, ids } = await createHarness({}, { latencyMs: 1_000 })
      const leaving = new AbortController()
      const answers = collect(handler.lookup(ids(1), { signal: leaving.signal }))
      const reason = new Error('left')
      await settle()
      leaving.abort(reason)
      await expect(answers).rejects.toBe(reason)
    })
  })

  describe('GET', () => {
    it('answers one chat as JSON that nobody may keep', async () => {
      const { get, ids, ask } = await createHarness()
      const [id = ''] = ids(1)
      await ask([id])
      const response = await get(`?chatId=${encodeURIComponent(id)}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('application/json')
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      expect(response.headers.get('cache-status')).toBe('greenapi-avatars; hit')
      expect(await response.json()).toMatchObject({ chatId: id })
    })

    it('says when it had to ask', async () => {
      const { get, ids, clock } = await createHarness()
      const response = await whileAdvancing(clock, get(`?chatId=${ids(1)[0]}`))
      expect(response.headers.get('cache-status')).toBe('greenapi-avatars; fwd=miss')
    })

    it('answers a failure as a problem with its status', async () => {
      const { get, ids, clock, simulator } = await createHarness()
      simulator.setFaults([{ kind: 'bad_gateway' }])
      const response = await whileAdvancing(clock, get(`?chatId=${ids(1)[0]}`))
      expect(response.status).toBe(502)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(response.headers.get('retry-after')).toBe('5')
      expect(await response.json()).toMatchObject({ code: 'upstream_failed', status: 502 })
    })
  })

  it('forgets a chat on demand', async () => {
    const { ask, ids, handler, simulator } = await createHarness()
    const [id = ''] = ids(1)
    await ask([id])
    handler.invalidate(`+${id.replace('@c.us', '')}`)
    await ask([id])
    expect(simulator.calls).toHaveLength(2)
    expect(() => handler.invalidate('null@c.us')).toThrow(
      expect.objectContaining({ code: 'invalid_chat_id' }),
    )
  })

  it('tells no_account from none when asked to check, at its own rate', async () => {
    const { ask, simulator } = await createHarness({ checkAccount: true }, { contacts: 400 })
    const people = simulator.contacts.filter(({ chatId }) => chatId.endsWith('@c.us')).slice(0, 60)
    const lines = await ask(
      people.map(({ chatId }) => chatId),
      { waitMs: 20_000 },
    )
    const stranger = '5521900000099@c.us'
    expect(await ask([stranger])).toMatchObject([{ status: 'no_account' }])
    expect(lines.some(({ status }) => status === 'none')).toBe(true)
    expect(peakCalls(simulator.calls, { method: 'checkWhatsapp' })).toBeLessThanOrEqual(10)
    expect(simulator.calls.filter(({ status }) => status === 429)).toHaveLength(0)
  })

  it('answers what waits when it closes, and what comes after', async () => {
    const { handler, post, ids } = await createHarness()
    const response = await post(ids(50))
    const read = readLines(response)
    await settle()
    handler.close()
    const lines = await read
    expect(lines.filter((line) => line.status === 'error' && line.code === 'overloaded')).toHaveLength(40)
    const later = await readLines(await post(['5521900000099@c.us']))
    expect(later).toMatchObject([{ status: 'error', code: 'overloaded' }])
  })
})
