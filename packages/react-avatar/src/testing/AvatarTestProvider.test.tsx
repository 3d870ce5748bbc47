import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Avatar, WhatsAppAvatar } from '../index.js'
import { AvatarError, AvatarTestProvider, failPicture, loadPicture } from './index.js'
import type { StaticAvatarAnswers } from './index.js'

afterEach(cleanup)

const CHAT = '5521999990000@c.us'
const answers: StaticAvatarAnswers = {
  '+55 21 99999-0000': { status: 'found', url: '/a.jpg', freshForMs: 60_000 },
}
const root = (): HTMLElement => screen.getByRole('img', { name: 'Maria' })
const isImage = (image: string): Promise<void> => waitFor(() => expect(root().dataset['image']).toBe(image))

test('default: avatars ask at once and their pictures load', async () => {
  render(
    <AvatarTestProvider answers={answers}>
      <WhatsAppAvatar chatId={CHAT} name="Maria" />
    </AvatarTestProvider>,
  )
  expect(root().dataset['status']).toBe('pending')
  await isImage('loaded')
  expect(root().querySelector('img')?.naturalWidth).toBe(96)
})

test('a picture that follows another loads too', async () => {
  const page = (src: string) => (
    <AvatarTestProvider>
      <Avatar.Root src={src} label="Maria">
        <Avatar.Image />
      </Avatar.Root>
    </AvatarTestProvider>
  )
  const { rerender } = render(page('/a.jpg'))
  await isImage('loaded')
  rerender(page('/b.jpg'))
  expect(root().dataset['image']).toBe('swapping')
  await isImage('loaded')
})

test('pictures may all fail', async () => {
  render(
    <AvatarTestProvider answers={answers} pictures="failed">
      <WhatsAppAvatar chatId={CHAT} name="Maria" />
    </AvatarTestProvider>,
  )
  await isImage('error')
  expect(root().querySelector('img')?.naturalWidth).toBe(0)
})

test('or the test decides for each', async () => {
  render(
    <AvatarTestProvider answers={answers} pictures="manual">
      <WhatsAppAvatar chatId={CHAT} name="Maria" />
    </AvatarTestProvider>,
  )
  expect(() => loadPicture(root())).toThrow(TypeError)
  await isImage('loading')
  act(() => loadPicture(root()))
  expect(root().dataset['image']).toBe('loaded')
  act(() => failPicture(root()))
  expect(root().dataset['image']).toBe('error')
})

test('failures show at once, and promises stay pending', async () => {
  render(
    <AvatarTestProvider
      answers={{ [CHAT]: new AvatarError('network'), '5521888880000@c.us': new Promise(() => {}) }}
    >
      <WhatsAppAvatar chatId={CHAT} name="Maria" />
      <WhatsAppAvatar chatId="5521888880000@c.us" name="Ana" />
    </AvatarTestProvider>,
  )
  await waitFor(() => expect(root().dataset['status']).toBe('error'))
  expect(screen.getByRole('img', { name: 'Ana' }).dataset['status']).toBe('pending')
})
