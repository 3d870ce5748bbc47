import { AvatarError, AvatarTestProvider, failPicture } from '@greenapi/react-avatar/testing'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ChatAvatar } from './ChatAvatar.js'

afterEach(cleanup)

const ANA = { id: '5521999990000@c.us', name: 'Ana Souza', kind: 'person' } as const
const PICTURE = { [ANA.id]: { status: 'found', url: '/ana.jpg', freshForMs: 1e6 } } as const

it('default: a round avatar with the name of the chat', () => {
  render(<ChatAvatar chat={ANA} size={96} byId={new Map()} />, { wrapper: AvatarTestProvider })
  const { dataset, style } = screen.getByRole('img', { name: 'Ana Souza' })
  expect([dataset['shape'], style.width]).toEqual(['circle', '96px'])
})

it('presence joins the name', () => {
  render(<ChatAvatar chat={ANA} size={44} byId={new Map()} online />, { wrapper: AvatarTestProvider })
  expect(screen.getByRole('img', { name: 'Ana Souza, online' })).toBeTruthy()
})

it('a group that knows too few members keeps its own initials', async () => {
  const team = {
    id: '120363043968066561@g.us',
    name: 'Book club',
    kind: 'group',
    memberIds: [ANA.id],
  } as const
  render(<ChatAvatar chat={team} size={44} byId={new Map()} />, { wrapper: AvatarTestProvider })
  const avatar = screen.getByRole('img', { name: 'Book club' })
  await waitFor(() => expect(avatar.dataset['status']).toBe('none'))
  expect(avatar.textContent).toBe('BC')
  expect(avatar.dataset['shape']).toBe('rounded')
})

it('a failed look-up keeps the initials', async () => {
  render(
    <AvatarTestProvider answers={{ [ANA.id]: new AvatarError('network') }}>
      <ChatAvatar chat={ANA} size={44} byId={new Map()} />
    </AvatarTestProvider>,
  )
  const avatar = screen.getByRole('img', { name: 'Ana Souza' })
  await waitFor(() => expect(avatar.dataset['status']).toBe('error'))
  expect(avatar.textContent).toBe('AS')
})

it('a picture that cannot be loaded gives way to the initials', async () => {
  render(
    <AvatarTestProvider answers={PICTURE} pictures="manual">
      <ChatAvatar chat={ANA} size={44} byId={new Map()} />
    </AvatarTestProvider>,
  )
  const avatar = screen.getByRole('img', { name: 'Ana Souza' })
  await waitFor(() => expect(avatar.dataset['image']).toBe('loading'))
  act(() => failPicture(avatar))
  expect(avatar.dataset['image']).toBe('error')
  expect(avatar.querySelector<HTMLElement>('.wa-avatar-fallback')?.style.visibility).toBe('')
  expect(avatar.textContent).toBe('AS')
})
