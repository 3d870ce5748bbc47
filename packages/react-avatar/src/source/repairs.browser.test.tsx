import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createStage, found, without } from '../../../../test/kit/avatarStage.js'
import { createGallery } from '../../../../test/kit/gallery.js'
import { WhatsAppAvatar } from '../index.js'

afterEach(cleanup)

const CHAT = '5521999990000@c.us'
const root = (): HTMLElement => screen.getByRole('img', { name: 'Maria' })
const isImage = (image: string): Promise<void> => waitFor(() => expect(root().dataset['image']).toBe(image))

test('default: a picture that fails is asked for once more, and the new url is shown', async () => {
  const broken = await createGallery({ status: 403 })
  const gallery = await createGallery()
  const stage = createStage((_, refresh) => found(refresh ? gallery.url('new') : broken.url('old')))
  render(
    <stage.Provider>
      <WhatsAppAvatar chatId={CHAT} name="Maria" />
    </stage.Provider>,
  )
  await isImage('loaded')
  expect(stage.asked).toEqual([CHAT, `refresh:${CHAT}`])
  expect(await gallery.requests()).toHaveLength(1)
})

test('the same url, good again, is loaded again', async () => {
  const gallery = await createGallery({ status: 403, cacheControl: 'no-store' })
  const stage = createStage(async (_, refresh) => {
    if (refresh) await gallery.behave({ cacheControl: 'no-store' })
    return found(gallery.url('a'))
  })
  render(
    <stage.Provider>
      <WhatsAppAvatar chatId={CHAT} name="Maria" />
    </stage.Provider>,
  )
  await isImage('loaded')
  expect(stage.asked).toEqual([CHAT, `refresh:${CHAT}`])
  expect(await gallery.requests()).toHaveLength(2)
})

test('a url is asked about once, however often its avatar mounts and fails', async () => {
  const gallery = await createGallery({ status: 403, cacheControl: 'no-store' })
  const stage = createStage(() => found(gallery.url('a')))
  const page = (count: number) => (
    <stage.Provider>
      {Array.from({ length: count }, (_, index) => (
        <WhatsAppAvatar key={`${count}-${index}`} chatId={CHAT} name="Maria" />
      ))}
    </stage.Provider>
  )
  const { rerender } = render(page(1))
  await waitFor(async () => expect(await gallery.requests()).toHaveLength(2))
  await isImage('error')
  rerender(page(2))
  await waitFor(() =>
    expect(screen.getAllByRole('img').map((img) => img.dataset['image'])).toEqual(['error', 'error']),
  )
  expect(stage.asked).toEqual([CHAT, `refresh:${CHAT}`])
})

test('the picture is gone: the fallback', async () => {
  const gallery = await createGallery({ status: 404 })
  const stage = createStage((_, refresh) => (refresh ? without() : found(gallery.url('a'))))
  render(
    <stage.Provider>
      <WhatsAppAvatar chatId={CHAT} name="Maria" />
    </stage.Provider>,
  )
  await waitFor(() => expect(root().dataset).toMatchObject({ status: 'none', image: 'idle' }))
  expect(root().querySelector('img')).toBeNull()
})

test('an error while offline spends nothing; back online it is tried again', async () => {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  const gallery = await createGallery({ status: 503, cacheControl: 'no-store' })
  const stage = createStage(() => found(gallery.url('a')))
  render(
    <stage.Provider>
      <WhatsAppAvatar chatId={CHAT} name="Maria" />
    </stage.Provider>,
  )
  await isImage('error')
  expect(stage.asked).toEqual([CHAT])
  Reflect.deleteProperty(navigator, 'onLine')
  await gallery.behave({})
  window.dispatchEvent(new Event('online'))
  await isImage('loaded')
  expect(stage.asked).toEqual([CHAT])
})

test('another chat never shows the picture of the one before', async () => {
  const gallery = await createGallery()
  const stage = createStage((chatId) => found(gallery.url(chatId)))
  const page = (chatId: string) => (
    <stage.Provider>
      <WhatsAppAvatar chatId={chatId} name="Maria" />
    </stage.Provider>
  )
  const { rerender } = render(page(CHAT))
  await isImage('loaded')
  const before = root().querySelector('img')
  stage.queryClient.setQueryData(['whatsapp-avatar', 'default', '5521888880000@c.us'], {
    status: 'found',
    url: gallery.url('other'),
    freshForMs: 9e6,
  })
  rerender(page('5521888880000@c.us'))
  expect(root().dataset['image']).toBe('loading')
  expect(root().querySelector('img')).not.toBe(before)
  await isImage('loaded')
})
