import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FairQueue, type QueuedJob } from './fairQueue.js'

interface TestJob extends QueuedJob {
  readonly name: string
}

const job = (name: string, subject = 'a', how: Partial<TestJob> = {}): TestJob => ({
  name,
  subject,
  request: undefined,
  background: false,
  ...how,
})

function drain(queue: FairQueue<TestJob>): string[] {
  const names: string[] = []
  for (let next = queue.next(); next !== undefined; next = queue.next()) names.push(next.name)
  return names
}

describe('FairQueue', () => {
  it('serves the newest first, and the oldest at every third turn', () => {
    const queue = new FairQueue<TestJob>(100)
    for (let n = 1; n <= 6; n += 1) queue.add(job(String(n)))
    expect(drain(queue)).toEqual(['6', '5', '1', '4', '3', '2'])
  })

  it('keeps the order within one request', () => {
    const queue = new FairQueue<TestJob>(100)
    const page = {}
    for (const name of ['row 1', 'row 2', 'row 3']) queue.add(job(name, 'a', { request: page }))
    expect([queue.next()?.name, queue.next()?.name]).toEqual(['row 1', 'row 2'])
  })

  it('lets subjects take turns, however much one of them asks', () => {
    const queue = new FairQueue<TestJob>(10_000)
    for (let n = 0; n < 5_000; n += 1) queue.add(job(`a${n}`, 'a'))
    for (let n = 0; n < 5; n += 1) queue.add(job(`b${n}`, 'b'))
    const first = Array.from({ length: 10 }, () => queue.next()?.subject)
    expect(first.filter((subject) => subject === 'b')).toHaveLength(5)
  })

  it('serves background jobs after all others', () => {
    const queue = new FairQueue<TestJob>(100)
    queue.add(job('renewal', 'a', { background: true }))
    queue.add(job('seen'))
    expect(drain(queue)).toEqual(['seen', 'renewal'])
  })

  it('drops background jobs first when it is full', () => {
    const queue = new FairQueue<TestJob>(2)
    queue.add(job('renewal', 'a', { background: true }))
    queue.add(job('one'))
    expect(queue.add(job('two'))?.name).toBe('renewal')
    expect(queue.add(job('renewal 2', 'a', { background: true }))?.name).toBe('renewal 2')
    expect(queue.size).toBe(2)
  })

  it('takes room from the subject with the most jobs, not from the newcomer', () => {
    const queue = new FairQueue<TestJob>(10)
    for (let n = 0; n < 10; n += 1) queue.add(job(`a${n}`, 'a'))
    expect(queue.add(job('b', 'b'))?.name).toBe('a0')
    const late = job('a late', 'a')
    expect(queue.add(late)).toBe(late)
  })

  it('forgets what is taken out', () => {
    const queue = new FairQueue<TestJob>(10)
    const left = job('left')
    queue.add(left)
    queue.add(job('stays'))
    expect(queue.remove(left)).toBe(true)
    expect(queue.remove(left)).toBe(false)
    expect(drain(queue)).toEqual(['stays'])
  })

  it('stays within its bound and loses nothing, whatever happens', () => {
    const action = fc.record({
      kind: fc.constantFrom('add', 'next', 'remove'),
      subject: fc.constantFrom('a', 'b', 'c'),
      background: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(action, { maxLength: 300 }), (actions) => {
        const queue = new FairQueue<TestJob>(20)
        const inside = new Set<TestJob>()
        for (const [index, { kind, subject, background }] of actions.entries()) {
          let wasInside: boolean
          if (kind === 'add') {
            const added = job(String(index), subject, { background })
            inside.add(added)
            const dropped = queue.add(added)
            wasInside = dropped === undefined || inside.delete(dropped)
          } else {
            const [some] = inside
            const taken = kind === 'next' ? queue.next() : some
            if (kind === 'remove' && some !== undefined) queue.remove(some)
            wasInside = taken === undefined || inside.delete(taken)
          }
          expect(wasInside).toBe(true)
          expect(queue.size).toBe(inside.size)
          expect(queue.size).toBeLessThanOrEqual(20)
        }
        expect(drain(queue)).toHaveLength(inside.size)
      }),
    )
  })
})
