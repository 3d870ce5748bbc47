import { IsRestoringProvider, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { Component, Suspense } from 'react'
import type { ReactNode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { createStage, found, without } from '../../../../test/kit/avatarStage.js'
import { Avatar, AvatarProvider, useAvatar, useSuspenseAvatar, WhatsAppAvatar } from '../index.js'
import type { AvatarProviderProps } from '../index.js'

afterEach(cleanup)

const CHAT = '5521999990000@c.us'

test('default: useAvatar gives the result with a url that a page can use', async () => {
  const stage = createStage(() => found('picture/x'))
  function Url(): ReactNode {
    const { data } = useAvatar('+55 21 99999-0000')
    return data?.status === 'found' ? data.url : 'nothing yet'
  }
  render(<Url />, { wrapper: stage.Provider })
  await screen.findByText('/api/avatars/picture/x')
  // The cache keeps what came: it has to hold on every host.
  expect(stage.queryClient.getQueryData(['whatsapp-avatar', 'default', CHAT])).toMatchObject({
    url: 'picture/x',
  })
})

test('useAvatar asks nothing while inactive or without a chat id, and reads the cache', async () => {
  const stage = createStage(() => found('picture/x'))
  function Show({ chatId, active }: { chatId: string | undefined; active: boolean }): ReactNode {
    const { data } = useAvatar(chatId, { active })
    return <p>{data?.status ?? 'nothing'}</p>
  }
  const { rerender } = render(<Show chatId={CHAT} active={false} />, { wrapper: stage.Provider })
  expect(screen.getByText('nothing')).toBeTruthy()
  rerender(<Show chatId={undefined} active />)
  expect(stage.flights()).toBe(0)
  act(() => {
    stage.queryClient.setQueryData(['whatsapp-avatar', 'default', CHAT], without())
  })
  rerender(<Show chatId={CHAT} active={false} />)
  expect(screen.getByText('none')).toBeTruthy()
  expect(stage.flights()).toBe(0)
})

test('useAvatar leaves nothing in the cache that nobody asked for, and keeps what somebody did', async () => {
  vi.useFakeTimers()
  const stage = createStage(() => without())
  function Show({ active }: { active: boolean }): ReactNode {
    return useAvatar(CHAT, { active }).data?.status
  }
  const entries = () => stage.queryClient.getQueryCache().getAll()
  const idle = render(<Show active={false} />, { wrapper: stage.Provider })
  idle.unmount()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(entries()).toEqual([])
  const { rerender, unmount } = render(<Show active={false} />, { wrapper: stage.Provider })
  await act(() => vi.advanceTimersByTimeAsync(10_000))
  rerender(<Show active />)
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(screen.getByText('none')).toBeTruthy()
  rerender(<Show active={false} />)
  unmount()
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(entries()).toHaveLength(1)
  vi.useRealTimers()
})

test('useSuspenseAvatar suspends, then has an answer', async () => {
  const stage = createStage(() => without('hidden'))
  function Status(): string {
    return useSuspenseAvatar(CHAT).data.status
  }
  render(
    <stage.Provider>
      <Suspense fallback="waiting">
        <Status />
      </Suspense>
    </stage.Provider>,
  )
  expect(screen.getByText('waiting')).toBeTruthy()
  await screen.findByText('hidden')
})

class Boundary extends Component<{ children: ReactNode }> {
  override state = { message: '' }
  static getDerivedStateFromError(error: Error): { message: string } {
    return { message: error.message }
  }
  override render(): ReactNode {
    return this.state.message || this.props.children
  }
}

test.each([
  ['AvatarProvider', (part: ReactNode) => part],
  ['QueryClientProvider', (part: ReactNode) => <AvatarProvider>{part}</AvatarProvider>],
])('without <%s> one error says what, why and what next', (name, around) => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { container } = render(<Boundary>{around(<WhatsAppAvatar chatId={CHAT} />)}</Boundary>)
  expect(container.textContent).toMatch(/^@greenapi\/react-avatar: no <\w+> above, which .+\. Wrap .+\.$/)
  expect(container.textContent).toContain(`no <${name}>`)
})

test('a part outside of a Root is an error that says so, and in production a part without a picture', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { container } = render(<Boundary>{<Avatar.Fallback>AB</Avatar.Fallback>}</Boundary>)
  expect(container.textContent).toMatch(
    /^@greenapi\/react-avatar: no <Avatar.Root> above, which .+\. Put .+\.$/,
  )
  cleanup()
  vi.stubEnv('NODE_ENV', 'production')
  render(
    <Boundary>
      <Avatar.Image />
      <Avatar.Fallback>AB</Avatar.Fallback>
    </Boundary>,
  )
  expect(screen.getByText('AB')).toBeTruthy()
  expect(document.querySelector('img')).toBeNull()
  vi.unstubAllEnvs()
})

test('in production the error is short', () => {
  vi.stubEnv('NODE_ENV', 'production')
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { container } = render(<Boundary>{<WhatsAppAvatar chatId={CHAT} />}</Boundary>)
  expect(container.textContent).toBe('@greenapi/react-avatar: no <AvatarProvider> above')
  vi.unstubAllEnvs()
})

test('while a persisted cache is being read nothing is asked, then what it did not have', async () => {
  const stage = createStage(() => without())
  const page = (isRestoring: boolean): ReactNode => (
    <IsRestoringProvider value={isRestoring}>
      <stage.Provider>
        <WhatsAppAvatar chatId={CHAT} loading="eager" />
      </stage.Provider>
    </IsRestoringProvider>
  )
  const { rerender } = render(page(true))
  await act(() => new Promise((resolve) => setTimeout(resolve, 30)))
  expect(stage.asked).toEqual([])
  rerender(page(false))
  await waitFor(() => expect(stage.asked).toEqual([CHAT]))
})

test('the provider makes a client once, and reads headers and fetch afresh', async () => {
  const requests: { url: string; token: string | null; by: string }[] = []
  const queryClient = new QueryClient()
  const page = (props: AvatarProviderProps, chatId: string): ReactNode => (
    <QueryClientProvider client={queryClient}>
      <AvatarProvider {...props}>
        <WhatsAppAvatar chatId={chatId} loading="eager" />
      </AvatarProvider>
    </QueryClientProvider>
  )
  const by =
    (name: string): NonNullable<AvatarProviderProps['fetch']> =>
    async (url, init) => {
      requests.push({ url, token: new Headers(init.headers).get('authorization'), by: name })
      const { chatIds } = JSON.parse(typeof init.body === 'string' ? init.body : '{}')
      return new Response(`${JSON.stringify({ chatId: chatIds[0], status: 'none', freshForMs: 6e4 })}\n`)
    }
  const { rerender } = render(
    page({ backendUrl: 'http://a.test/one', headers: { authorization: '1' }, fetch: by('first') }, CHAT),
  )
  await waitFor(() => expect(screen.getByRole('img').dataset['status']).toBe('none'))
  rerender(
    page(
      { backendUrl: 'http://a.test/one', headers: async () => ({ authorization: '2' }), fetch: by('second') },
      '5521888880000@c.us',
    ),
  )
  await waitFor(() => expect(requests).toHaveLength(2))
  rerender(page({ backendUrl: 'http://a.test/two', fetch: by('third') }, '5521777770000@c.us'))
  await waitFor(() => expect(requests).toHaveLength(3))
  expect(requests).toEqual([
    { url: 'http://a.test/one', token: '1', by: 'first' },
    { url: 'http://a.test/one', token: '2', by: 'second' },
    { url: 'http://a.test/two', token: null, by: 'third' },
  ])
})
