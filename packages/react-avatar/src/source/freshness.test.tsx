import { dehydrate, hydrate, QueryClient } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStage, without } from '../../../../test/kit/avatarStage.js'
import { avatarQueryKey, useAvatar, WhatsAppAvatar } from '../index.js'

const CHAT = '5521999990000@c.us'
const HOUR_MS = 3_600_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pass = async (ms: number): Promise<void> => {
  await act(() => vi.advanceTimersByTimeAsync(ms))
}
const status = (): string | undefined => screen.getByRole('img').dataset['status']

test('default: an answer that turns stale on screen is asked again, once', async () => {
  const stage = createStage(() => ({ status: 'none', freshForMs: HOUR_MS }))
  render(<WhatsAppAvatar chatId={CHAT} />, { wrapper: stage.Provider })
  await pass(100)
  expect(status()).toBe('none')
  await pass(HOUR_MS - 1000)
  expect(stage.asked).toHaveLength(1)
  await pass(2000)
  expect(stage.asked).toHaveLength(2)
  await pass(HOUR_MS + 2000)
  expect(stage.asked).toHaveLength(3)
})

test('a failure then keeps the old answer and is not repeated for ever', async () => {
  let isDown = false
  const stage = createStage(() =>
    isDown ? { status: 'error', code: 'forbidden' } : { status: 'hidden', freshForMs: HOUR_MS },
  )
  render(<WhatsAppAvatar chatId={CHAT} />, { wrapper: stage.Provider })
  await pass(100)
  isDown = true
  await pass(HOUR_MS + 1000)
  expect(stage.asked).toHaveLength(2)
  expect(status()).toBe('hidden')
  await pass(10 * HOUR_MS)
  expect(stage.asked).toHaveLength(2)
})

test('a failure that can be cured is asked again by the next mount, another is not', async () => {
  let code: 'forbidden' | 'overloaded' = 'forbidden'
  const stage = createStage(() => ({ status: 'error', code }))
  const first = render(<WhatsAppAvatar chatId={CHAT} />, { wrapper: stage.Provider })
  await pass(100)
  expect(status()).toBe('error')
  first.unmount()
  const second = render(<WhatsAppAvatar chatId={CHAT} />, { wrapper: stage.Provider })
  await pass(100)
  expect(status()).toBe('error')
  expect(stage.asked).toHaveLength(1)
  second.unmount()
  code = 'overloaded'
  stage.queryClient.clear()
  const third = render(<WhatsAppAvatar chatId={CHAT} />, { wrapper: stage.Provider })
  await pass(60_000)
  const retried = stage.asked.length
  expect(status()).toBe('error')
  third.unmount()
  render(<WhatsAppAvatar chatId={CHAT} />, { wrapper: stage.Provider })
  await pass(100)
  expect(stage.asked.length).toBeGreaterThan(retried)
})

test('the hook asks again too', async () => {
  const stage = createStage(() => ({ status: 'none', freshForMs: HOUR_MS }))
  function Status(): string {
    return useAvatar(CHAT).status
  }
  render(<Status />, { wrapper: stage.Provider })
  await pass(100)
  await pass(HOUR_MS + 1000)
  expect(stage.asked).toHaveLength(2)
})

test('what came with the page is kept as long as what was asked for, though it is far away', async () => {
  const stage = createStage(() => without())
  render(<i />, { wrapper: stage.Provider })
  const queryKey = avatarQueryKey(stage.client, CHAT)
  const server = new QueryClient()
  server.setQueryData(queryKey, { status: 'hidden', freshForMs: 48 * HOUR_MS })
  hydrate(stage.queryClient, dehydrate(server))
  await pass(HOUR_MS)
  expect(stage.queryClient.getQueryData(queryKey)).toMatchObject({ status: 'hidden' })
  await pass(24 * HOUR_MS)
  expect(stage.queryClient.getQueryData(queryKey)).toBeUndefined()
})

test('unless the app has said how long', async () => {
  const stage = createStage(() => without())
  stage.queryClient.setQueryDefaults(['whatsapp-avatar'], { gcTime: 1000 })
  render(<i />, { wrapper: stage.Provider })
  const queryKey = avatarQueryKey(stage.client, CHAT)
  stage.queryClient.setQueryData(queryKey, { status: 'hidden', freshForMs: 48 * HOUR_MS })
  await pass(2000)
  expect(stage.queryClient.getQueryData(queryKey)).toBeUndefined()
})

test('resetting the queries asks again, for what is on screen', async () => {
  let status: 'none' | 'hidden' = 'none'
  const stage = createStage(() => without(status))
  render(<WhatsAppAvatar chatId={CHAT} />, { wrapper: stage.Provider })
  await pass(100)
  status = 'hidden'
  void stage.queryClient.resetQueries({ queryKey: ['whatsapp-avatar'] })
  await pass(100)
  expect(screen.getByRole('img').dataset['status']).toBe('hidden')
  expect(stage.asked).toHaveLength(2)
})
