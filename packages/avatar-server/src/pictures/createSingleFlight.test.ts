import { expect, test } from 'vitest'
import { createSingleFlight } from './createSingleFlight.js'

/** Work that the test ends itself. */
function createWork() {
  const signals: AbortSignal[] = []
  const ends: PromiseWithResolversLike[] = []
  return {
    signals,
    ends,
    start: (signal: AbortSignal): Promise<string> =>
      new Promise((resolve, reject) => {
        signals.push(signal)
        ends.push({ resolve, reject })
      }),
  }
}

interface PromiseWithResolversLike {
  resolve: (value: string) => void
  reject: (error: Error) => void
}

test('default: all who ask for a key meanwhile get the result of one run', async () => {
  const flights = createSingleFlight<string>()
  const work = createWork()
  const asked = Array.from({ length: 50 }, () => flights.run('a', undefined, work.start))
  await Promise.resolve()
  work.ends[0]?.resolve('made')
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['made']))
  expect(work.signals.length).toBe(1)
  expect(flights.size).toBe(0)
})

test('a failure is shared as well, and the next who asks begins anew', async () => {
  const flights = createSingleFlight<string>()
  const work = createWork()
  const asked = [flights.run('a', undefined, work.start), flights.run('a', undefined, work.start)]
  await Promise.resolve()
  work.ends[0]?.reject(new Error('no'))
  for (const one of asked) await expect(one).rejects.toThrow('no')
  const again = flights.run('a', undefined, work.start)
  await Promise.resolve()
  work.ends[1]?.resolve('yes')
  expect(await again).toBe('yes')
})

test('who leaves is rejected alone with their own reason', async () => {
  const flights = createSingleFlight<string>()
  const work = createWork()
  const leaving = new AbortController()
  const left = flights.run('a', leaving.signal, work.start)
  const stays = flights.run('a', undefined, work.start)
  await Promise.resolve()
  leaving.abort(new Error('left'))
  await expect(left).rejects.toThrow('left')
  expect(work.signals[0]?.aborted).toBe(false)
  work.ends[0]?.resolve('made')
  expect(await stays).toBe('made')
})

test('when all have left the work is aborted, and the next who asks begins anew', async () => {
  const flights = createSingleFlight<string>()
  const work = createWork()
  const leaving = new AbortController()
  const both = [flights.run('a', leaving.signal, work.start), flights.run('a', leaving.signal, work.start)]
  await Promise.resolve()
  leaving.abort(new Error('left'))
  for (const one of both) await expect(one).rejects.toThrow('left')
  expect(work.signals[0]?.aborted).toBe(true)
  expect(flights.size).toBe(0)
  const again = flights.run('a', undefined, work.start)
  await Promise.resolve()
  work.ends[1]?.resolve('made')
  expect(await again).toBe('made')
})

test('who comes with an aborted signal starts nothing', async () => {
  const flights = createSingleFlight<string>()
  const work = createWork()
  await expect(flights.run('a', AbortSignal.abort(new Error('left')), work.start)).rejects.toThrow('left')
  expect(work.signals.length).toBe(0)
})

test('close ends all work', async () => {
  const flights = createSingleFlight<string>()
  const work = createWork()
  const asked = flights.run('a', undefined, work.start)
  flights.close(new Error('closing'))
  await expect(asked).rejects.toThrow('closing')
})
