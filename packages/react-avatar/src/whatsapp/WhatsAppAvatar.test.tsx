import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { Profiler } from 'react'
import type { ReactElement } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { createStage, found, without } from '../../../../test/kit/avatarStage.js'
import { Avatar, AvatarError, ruLabels, WhatsAppAvatar } from '../index.js'
import type { WhatsAppAvatarProps } from '../index.js'
import { AvatarTestProvider } from '../testing/index.js'
import type { StaticAvatarAnswer } from '../testing/index.js'

afterEach(cleanup)

const CHAT = '5521999990000@c.us'
const GROUP = '120363043968066561@g.us'

function show(props: Partial<WhatsAppAvatarProps>, answer?: StaticAvatarAnswer): void {
  const chatId = props.chatId ?? CHAT
  render(
    <AvatarTestProvider answers={answer ? { [chatId]: answer } : {}}>
      <WhatsAppAvatar chatId={chatId} {...props} />
    </AvatarTestProvider>,
  )
}
const root = (): HTMLElement => screen.getByRole('img')
const glyph = (): string | undefined => root().querySelector<HTMLElement>('[data-glyph]')?.dataset['glyph']
const isStatus = (status: string): Promise<void> =>
  waitFor(() => expect(root().dataset['status']).toBe(status))

test('default: asks, and shows the picture', async () => {
  show({ name: 'Maria Silva' }, { status: 'found', url: '/maria.jpg', freshForMs: 60_000 })
  expect(root().dataset).toMatchObject({ status: 'pending', image: 'idle' })
  expect(root().textContent).toBe('MS')
  await waitFor(() => expect(root().dataset).toMatchObject({ status: 'found', image: 'loaded' }))
  expect(root().querySelector('img')?.getAttribute('src')).toBe('/maria.jpg')
})

test.each([
  ['none', CHAT, 'person'],
  ['none', GROUP, 'group'],
  ['hidden', CHAT, 'hidden'],
  ['no_account', CHAT, 'no_account'],
] as const)('%s of %s without a name shows the glyph %s', async (status, chatId, expected) => {
  show({ chatId }, { status, freshForMs: 60_000 })
  await isStatus(status)
  expect(glyph()).toBe(expected)
})

test('a failed look-up shows its glyph, and the name goes before it', async () => {
  show({}, new AvatarError('forbidden'))
  await isStatus('error')
  expect(glyph()).toBe('error')
  cleanup()
  show({ name: 'Maria' }, new AvatarError('forbidden'))
  await isStatus('error')
  expect(glyph()).toBeUndefined()
  expect(root().textContent).toBe('M')
})

test.each(['null@c.us', 'undefined', '', 'status@broadcast', '🌸'])(
  '%j is an error, not a crash',
  async (chatId) => {
    show({ chatId })
    await isStatus('error')
    expect(glyph()).toBe('error')
  },
)

test('undefined as chat id asks nothing', () => {
  const stage = createStage(() => without())
  render(
    <stage.Provider>
      <WhatsAppAvatar chatId={undefined} name="Maria" loading="eager" />
    </stage.Provider>,
  )
  expect(root().dataset['status']).toBe('idle')
  expect(stage.queryClient.getQueryCache().getAll()).toEqual([])
})

test('a picture that fails ends in the initials', async () => {
  render(
    <AvatarTestProvider
      pictures="failed"
      answers={{ [CHAT]: { status: 'found', url: '/x.jpg', freshForMs: 6e4 } }}
    >
      <WhatsAppAvatar chatId={CHAT} name="Maria" />
    </AvatarTestProvider>,
  )
  await waitFor(() => {
    expect(root().dataset['image']).toBe('error')
    expect(root().querySelector('img')?.style.visibility).toBe('hidden')
  })
  expect(screen.getByText('M').style.visibility).toBe('')
})

test('one accessible name in every state, from the name', async () => {
  const names: (string | null)[] = []
  const stage = createStage(() => found('/a.jpg'))
  render(
    <stage.Provider>
      <WhatsAppAvatar
        chatId={CHAT}
        name="Maria"
        ref={(element) => void names.push(element?.getAttribute('aria-label') ?? null)}
      />
    </stage.Provider>,
  )
  await isStatus('found')
  expect(screen.getAllByRole('img', { name: 'Maria' })).toHaveLength(1)
  expect(names[0]).toBe('Maria')
})

test.each([
  [{}, 'WhatsApp contact'],
  [{ chatId: GROUP }, 'WhatsApp group'],
  [{ name: 'Maria', label: 'Maria, my sister' }, 'Maria, my sister'],
  [{ name: 'Maria', badge: true, badgeLabel: 'online' }, 'Maria, online'],
  [{ name: '$& {badge}', badge: true, badgeLabel: '$1' }, '$& {badge}, $1'],
])('is called by %j', (props, expected) => {
  show(props)
  expect(root().getAttribute('aria-label')).toBe(expected)
})

test('speaks the language of the labels', () => {
  render(
    <AvatarTestProvider labels={ruLabels}>
      <WhatsAppAvatar chatId={GROUP} />
    </AvatarTestProvider>,
  )
  expect(root().getAttribute('aria-label')).toBe('Группа WhatsApp')
})

test('decorative ones are silent', () => {
  show({ name: 'Maria', decorative: true })
  expect(screen.queryByRole('img')).toBeNull()
})

// oxlint-disable jsx-a11y/control-has-associated-label, jsx-a11y/anchor-has-content -- the avatar names them
test.each([
  ['a link', <a key="link" href="#maria" />, 'link'],
  ['a button', <button key="button" type="button" />, 'button'],
] as const)('%s keeps its role and takes the name, even as decoration', (_, element, role) => {
  show({ name: 'Maria', render: element, decorative: true })
  expect(screen.getByRole(role, { name: 'Maria' })).toBeTruthy()
  expect(screen.queryByRole('img')).toBeNull()
})
// oxlint-enable jsx-a11y/control-has-associated-label, jsx-a11y/anchor-has-content

test('a plain element from a render function gets the role', () => {
  show({ name: 'Maria', render: (props) => <div {...props} /> })
  expect(root().tagName).toBe('DIV')
})

test('the fallback may be a node, a function of the state, or nothing', async () => {
  show({ fallback: <b>node</b> })
  expect(root().textContent).toBe('node')
  cleanup()
  show({ fallback: ({ status, image }) => `${status} ${image}` }, { status: 'hidden', freshForMs: 6e4 })
  await waitFor(() => expect(root().textContent).toBe('hidden idle'))
  cleanup()
  show({ fallback: null, name: 'Maria' })
  expect(root().textContent).toBe('')
})

test.each([
  ['md', '40px', null],
  ['xl', '64px', 'xl'],
  [48, '48px', 'lg'],
  [50, '50px', null],
  ['3rem', '3rem', 'none'],
  [null, '', 'none'],
] as const)('size %j is %s wide', (size, width, token) => {
  show({ size })
  expect(root().style.width).toBe(width)
  expect(root().getAttribute('data-size')).toBe(token === null && size === 'md' ? 'md' : token)
})

test('asks for no more pixels than it shows', async () => {
  show({ size: 40 }, { status: 'found', url: 'picture/x', sizes: [48, 96, 192], freshForMs: 6e4 })
  await isStatus('found')
  expect(root().querySelector('img')?.srcset).toBe('picture/x?size=48 1x, picture/x?size=96 2x')
})

test.each([
  ['https://pps.whatsapp.net/x.jpg', 'no-referrer'],
  ['//pps.whatsapp.net/x.jpg', 'no-referrer'],
  ['/picture/x', null],
  ['picture/x', null],
])('other hosts do not learn the page, the own one may: %s', async (url, policy) => {
  show({}, { status: 'found', url, freshForMs: 6e4 })
  await isStatus('found')
  expect(root().querySelector('img')?.getAttribute('referrerpolicy')).toBe(policy)
  cleanup()
  render(
    <Avatar.Root src={url} label="Maria">
      <Avatar.Image />
    </Avatar.Root>,
  )
  expect(root().querySelector('img')?.getAttribute('referrerpolicy')).toBe(policy)
})

test('stable props and equal data render nothing again', async () => {
  const stage = createStage(() => found('/a.jpg'))
  const commits = vi.fn<() => void>()
  const page = (): ReactElement => (
    <stage.Provider>
      <Profiler id="avatar" onRender={commits}>
        <WhatsAppAvatar chatId={CHAT} name="Maria" />
      </Profiler>
    </stage.Provider>
  )
  const { rerender } = render(page())
  await isStatus('found')
  commits.mockClear()
  rerender(page())
  await act(() => stage.queryClient.invalidateQueries())
  await waitFor(() => expect(stage.asked).toHaveLength(2))
  expect(commits.mock.calls.length).toBeLessThanOrEqual(1)
})
