import { avatarQueryKey } from '@greenapi/avatar-core/query'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { createStage, found } from '../../../../test/kit/avatarStage.js'
import { createLiveAnswer } from './liveAnswer.js'
import type { LiveAnswer } from './liveAnswer.js'

const CHAT = '5521999990000@c.us'
const PICTURE = { status: 'found', url: '/a.jpg', freshForMs: 3_600_000 } as const

const { client, asked } = createStage(() => found('/b.jpg'))

afterEach(() => asked.splice(0))

/** A view on a cache, and a switch for whether its element is near. */
function look(queryClient: QueryClient): {
  live: LiveAnswer
  near: (near: boolean) => void
  onChange: () => void
} {
  let near: (near: boolean) => void = () => {}
  const onChange = vi.fn<() => void>()
  const live = createLiveAnswer(
    {
      client,
      queryClient,
      asked: new Set(),
      gate: (_, tell) => {
        near = tell
        return undefined
      },
    },
    { chatId: CHAT, eager: false, onChange },
  )
  live.ref(document.createElement('span'))
  return { live, near: (is) => near(is), onChange }
}

test('default: far away it makes no entry in the cache', () => {
  const queryClient = new QueryClient()
  const { live } = look(queryClient)
  expect(live.answer).toEqual({ status: 'idle' })
  expect(queryClient.getQueryCache().getAll()).toEqual([])
})

test('far away it shows what the cache has, and near it asks for nothing that is fresh', () => {
  const queryClient = new QueryClient()
  queryClient.setQueryData(avatarQueryKey(client, CHAT), PICTURE)
  const { live, near, onChange } = look(queryClient)
  expect(live.answer).toEqual(PICTURE)
  near(true)
  near(false)
  expect(live.answer).toEqual(PICTURE)
  expect(onChange).not.toHaveBeenCalled()
  expect(asked).toEqual([])
})

test('an app that hashes keys in its own way has the answer once the element is near, and keeps it', () => {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { queryKeyHashFn: (key) => `mine ${key.join()}` } },
  })
  queryClient.setQueryData(avatarQueryKey(client, CHAT), PICTURE)
  const { live, near } = look(queryClient)
  expect(live.answer).toEqual({ status: 'idle' })
  near(true)
  expect(live.answer).toEqual(PICTURE)
  near(false)
  expect(live.answer).toEqual(PICTURE)
  expect(asked).toEqual([])
})

test('what leaves before its answer is idle again, and asks when it comes back', async () => {
  const { live, near } = look(new QueryClient())
  near(true)
  expect(live.answer).toEqual({ status: 'pending' })
  near(false)
  expect(live.answer).toEqual({ status: 'idle' })
  near(true)
  await vi.waitFor(() => expect(live.answer).toEqual({ ...PICTURE, url: '/b.jpg', sizes: undefined }))
  expect(asked).toEqual([CHAT])
})
