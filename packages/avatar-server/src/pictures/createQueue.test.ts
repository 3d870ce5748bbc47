import { expect, test } from 'vitest'
import { createQueue } from './createQueue.js'

const never = new AbortController().signal

test('default: so many at a time, the others in order', async () => {
  const queue = createQueue(2, 10)
  const entered: number[] = []
  const leaves = [1, 2, 3, 4].map(async (number) => {
    const leave = await queue.enter(never)
    entered.push(number)
    return leave
  })
  await Promise.all(leaves.slice(0, 2))
  expect(entered).toEqual([1, 2])
  const leave = await leaves[0]
  leave?.()
  leave?.()
  await leaves[2]
  expect(entered).toEqual([1, 2, 3])
})

test('too many are turned away at once', async () => {
  const queue = createQueue(1, 1)
  await queue.enter(never)
  const second = queue.enter(never)
  expect(second).toBeInstanceOf(Promise)
  expect(queue.enter(never)).toBeUndefined()
})

test('who leaves while waiting frees the place', async () => {
  const queue = createQueue(1, 1)
  const leave = await queue.enter(never)
  const leaving = new AbortController()
  const left = queue.enter(leaving.signal)
  leaving.abort(new Error('left'))
  await expect(left).rejects.toThrow('left')
  const next = queue.enter(never)
  leave?.()
  expect(await next).toBeTypeOf('function')
})
