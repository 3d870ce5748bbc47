import { AvatarError, AvatarTestProvider, type StaticAvatarAnswers } from '@greenapi/react-avatar/testing'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { Chat } from '../../shared/chat.js'
import { EMPTY_INBOX } from '../state/inboxState.js'
import { rowsOf, type Row } from '../state/rows.js'
import { ChatRow } from './ChatRow.js'

afterEach(cleanup)

const ANA: Chat = { id: '5521999990000@c.us', name: 'Ana Souza', kind: 'person' }
const BIA: Chat = { id: '5521999990001@c.us', name: 'Bia Lima', kind: 'person' }
const NAMELESS: Chat = { id: '5521999990002@c.us', name: '', kind: 'person' }
const TEAM: Chat = {
  id: '120363043968066561@g.us',
  name: 'Team',
  kind: 'group',
  memberIds: [ANA.id, BIA.id],
}

interface Shown {
  answers?: StaticAvatarAnswers
  row?: Partial<Row>
  query?: string
  onOpen?: (chatId: string, index: number) => void
}

/** Shows the row of one chat and returns its avatar. */
function show(chat: Chat, { answers = {}, row, query = '', onOpen = () => {} }: Shown = {}): HTMLElement {
  const rows = rowsOf(
    [chat, ANA, BIA].map((each) => ({ chat: each, madeUpUntil: 0, unread: 0, online: false })),
  )
  const [first] = rows
  if (first === undefined) throw new Error('there are no rows')
  render(
    <AvatarTestProvider answers={answers}>
      <ul>
        <ChatRow
          row={{ ...first, ...row }}
          index={3}
          count={9}
          top={204}
          query={query}
          sent={EMPTY_INBOX.sent}
          time="14:05"
          byId={new Map(rows.map((each) => [each.chat.id, each]))}
          current={false}
          tabbable
          onOpen={onOpen}
        />
      </ul>
    </AvatarTestProvider>,
  )
  const avatar = screen.getByRole('button').querySelector<HTMLElement>('.wa-avatar')
  if (avatar === null) throw new Error('the row has no avatar')
  return avatar
}

const fallback = (avatar: HTMLElement): HTMLElement | null => avatar.querySelector('.wa-avatar-fallback')

it('default: the picture, once it is there, beside the name that says it all', async () => {
  const avatar = show(ANA, { answers: { [ANA.id]: { status: 'found', url: '/ana.jpg', freshForMs: 1e6 } } })
  await waitFor(() => expect(avatar.dataset['image']).toBe('loaded'))
  expect(avatar.getAttribute('aria-hidden')).toBe('true')
  expect(screen.queryByRole('img')).toBeNull()
  expect(screen.getByRole('button').textContent).toContain('Ana Souza')
})

it('initials stand in for a picture that does not exist', async () => {
  const avatar = show(ANA, { answers: { [ANA.id]: { status: 'none', freshForMs: 1e6 } } })
  await waitFor(() => expect(avatar.dataset['status']).toBe('none'))
  expect(fallback(avatar)?.textContent).toBe('AS')
})

it('a hidden picture keeps the initials; without a name there is a sign for it, and no digits', async () => {
  const named = show(ANA, { answers: { [ANA.id]: { status: 'hidden', freshForMs: 1e6 } } })
  await waitFor(() => expect(named.dataset['status']).toBe('hidden'))
  expect(fallback(named)?.textContent).toBe('AS')
  cleanup()
  const nameless = show(NAMELESS, { answers: { [NAMELESS.id]: { status: 'hidden', freshForMs: 1e6 } } })
  await waitFor(() => expect(fallback(nameless)?.dataset['glyph']).toBe('hidden'))
  expect(fallback(nameless)?.textContent).toBe('')
  expect(screen.getByText('+5521999990002')).toBeTruthy()
})

it('a failed look-up shows as such where there are no initials', async () => {
  const avatar = show(NAMELESS, { answers: { [NAMELESS.id]: new AvatarError('overloaded') } })
  await waitFor(() => expect(avatar.dataset['status']).toBe('error'))
  expect(fallback(avatar)?.dataset['glyph']).toBe('error')
})

it('a group without a picture shows its members, with their initials', async () => {
  const avatar = show(TEAM)
  await waitFor(() => expect(avatar.querySelectorAll('.wa-avatar-mosaic > .wa-avatar')).toHaveLength(2))
  expect(avatar.dataset['shape']).toBe('rounded')
  expect(
    [...avatar.querySelectorAll('.wa-avatar-mosaic .wa-avatar-fallback')].map((tile) => tile.textContent),
  ).toEqual(['AS', 'BL'])
})

it('presence is a dot on the avatar and a word in the row', () => {
  const avatar = show(ANA, { row: { online: true } })
  expect(avatar.querySelector('.wa-avatar-badge')).not.toBeNull()
  expect(screen.getByRole('button').textContent).toContain(', online')
})

it('marks what was searched for, and tells which chat was opened', async () => {
  const onOpen = vi.fn<(chatId: string, index: number) => void>()
  show(ANA, { query: 'sou', onOpen })
  expect(screen.getByText('Sou').tagName).toBe('MARK')
  await userEvent.click(screen.getByRole('button'))
  expect(onOpen.mock.calls).toEqual([[ANA.id, 3]])
})
