import { avatarQueryKey } from '@greenapi/avatar-core/query'
import { QueryClient } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { createStage, found } from '../../../../test/kit/avatarStage.js'
import { createLiveAnswer } from './liveAnswer.js'
import type { LiveAnswer } from './liveAnswer.js'

const CHAT = '5521999990000@c.us'
const PICTURE = { status: 'found', url: '/a.jpg', freshForMs: 3_600_000 } as const

const element = document.createElement('span')
const KEY = avatarQueryKey(createStage(() => found('/b.jpg')).client, CHAT)

/** A view on a cache, and a switch for whether its element is near. */
function look(queryClient: QueryClient): {
  live: LiveAnswer
  near: (near: boolean) => void
  /** How often the element was given to the gate. */
  watches: readonly Element[]
  asked: readonly string[]
  onChange: () => void
} {
  const { client, asked } = createStage(() => found('/b.jpg'))
  let near: (near: boolean) => void = () => {}
  const watches: Element[] = []
  const onChange = vi.fn<() => void>()
  const live = createLiveAnswer(
    {
      client,
      queryClient,
      asked: new Set(),
      gate: (watched, tell) => {
        watches.push(watched)
        near = tell
        return undefined
      },
    },
    { chatId: CHAT, eager: false, onChange },
  )
  live.ref(element)
  return { live, near: (is) => near(is), watches, asked, onChange }
}

test('default: far away it makes no entry in the cache', () => {
  const queryClient = new QueryClient()
  const { live } = look(queryClient)
  expect(live.answer).toEqual({ status: 'idle' })
  expect(queryClient.getQueryCache().getAll()).toEqual([])
})

test('far away it shows what the cache has, and near it asks for nothing that is fresh', () => {
  const queryClient = new QueryClient()
  queryClient.setQueryData(KEY, PICTURE)
  const { live, near, asked, onChange } = look(queryClient)
  expect(live.answer).toEqual(PICTURE)
  near(true)
  near(false)
  expect(live.answer).toEqual(PICTURE)
  expect(onChange).not.toHaveBeenCalled()
  expect(asked).toEqual([])
})

test('an app may hash keys in its own way', () => {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { queryKeyHashFn: (key) => `mine ${key.join()}` } },
  })
  queryClient.setQueryData(KEY, PICTURE)
  expect(look(queryClient).live.answer).toEqual(PICTURE)
})

test('an entry that only its own key has another hash for is there once the element is near, and stays', () => {
  const queryClient = new QueryClient()
  queryClient.setQueryDefaults(['whatsapp-avatar'], { queryKeyHashFn: (key) => `mine ${key.join()}` })
  queryClient.setQueryData(KEY, PICTURE)
  const { live, near, asked } = look(queryClient)
  expect(live.answer).toEqual({ status: 'idle' })
  near(true)
  expect(live.answer).toEqual(PICTURE)
  near(false)
  expect(live.answer).toEqual(PICTURE)
  expect(asked).toEqual([])
})

test('the same element, taken away and given back at once, is no reason to ask again', async () => {
  const { live, near, watches } = look(new QueryClient())
  near(true)
  live.ref(null)
  live.ref(element)
  await Promise.resolve()
  expect(live.answer).toEqual({ status: 'pending' })
  expect(watches).toHaveLength(1)
  live.ref(null)
  await Promise.resolve()
  expect(live.answer).toEqual({ status: 'idle' })
})

test('another attempt has a key that no chat id is', () => {
  const { live } = look(new QueryClient())
  live.failedRef(element)
  dispatchEvent(new Event('online'))
  expect(live.key).toBe(`${CHAT} 1`)
  live.failedRef(null)
})

test('what leaves before its answer is idle again, and asks when it comes back', async () => {
  const { live, near, asked } = look(new QueryClient())
  near(true)
  expect(live.answer).toEqual({ status: 'pending' })
  near(false)
  expect(live.answer).toEqual({ status: 'idle' })
  near(true)
  await vi.waitFor(() => expect(live.answer).toEqual({ ...PICTURE, url: '/b.jpg', sizes: undefined }))
  expect(asked).toEqual([CHAT])
})
