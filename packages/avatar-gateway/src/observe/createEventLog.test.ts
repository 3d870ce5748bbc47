import { describe, expect, it } from 'vitest'
import { createEventLog } from './createEventLog.js'
import { createLog } from './createLog.js'

function listen() {
  const lines: string[] = []
  return { lines, hear: createEventLog(createLog('info', { write: (line) => void lines.push(line) })) }
}

describe('createEventLog', () => {
  it('default: says when GREEN-API is not asked, why and what to do, and when it is again', () => {
    const { lines, hear } = listen()
    const breaker = { type: 'breaker', instance: '1101000001', method: 'getAvatar' } as const
    hear({ ...breaker, state: { state: 'open', code: 'instance_unavailable', retryAfterMs: 60_000 } })
    hear({ ...breaker, state: { state: 'probing', code: 'instance_unavailable', retryAfterMs: 0 } })
    hear({ ...breaker, state: { state: 'closed' } })
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { level: 'warn', state: 'open', msg: expect.stringContaining('link the phone again') },
      { level: 'info', state: 'closed' },
    ])
  })

  it('says once which host a picture was refused from', () => {
    const { lines, hear } = listen()
    const refused = {
      type: 'picture_fetch',
      outcome: 'refused',
      durationMs: 1,
      reason: 'host_not_listed',
    } as const
    hear({ ...refused, host: 'cdn.example.com' })
    hear({ ...refused, host: 'cdn.example.com' })
    hear({ ...refused, host: 'other.example.com' })
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain('add it to AVATAR_PICTURE_HOSTS')
  })

  it('tells the place of a failure and none of its text', () => {
    const { lines, hear } = listen()
    hear({ type: 'problem', where: 'handler', message: 'It failed.', error: new Error('5521999990000@c.us') })
    expect(lines[0]).toContain('createEventLog.test.ts')
    expect(lines[0]).not.toContain('5521999990000')
  })

  it('leaves what happens all the time to the metrics', () => {
    const { lines, hear } = listen()
    hear({ type: 'cache', instance: '1101000001', outcome: 'fresh' })
    hear({
      type: 'upstream',
      instance: '1101000001',
      method: 'getAvatar',
      outcome: 'found',
      durationMs: 5,
      background: false,
    })
    expect(lines).toEqual([])
  })
})
