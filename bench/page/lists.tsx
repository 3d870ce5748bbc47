import { AvatarProvider, WhatsAppAvatar, avatarQueryKey, createAvatarClient } from '@greenapi/react-avatar'
import '@greenapi/react-avatar/styles.css'
import * as Radix from '@radix-ui/react-avatar'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Chat } from './chat.js'
import './lists.css'

/**
 * What is mounted: avatars of ours with nothing known or with all answers cached, what the cached ones render without any of
 * their logic (`markup`: nobody can be faster and render the same), or a peer's.
 */
export type ListKind = 'cold' | 'cached' | 'markup' | 'plain' | 'radix'

/** What the bench does with the page. */
export interface BenchPage {
  /** Gets everything ready but the list. */
  prepare: (kind: ListKind) => Promise<void>
  /** Mounts the list before it returns. */
  mount: () => void
}

declare global {
  interface Window {
    benchPage: BenchPage
  }
}

const client = createAvatarClient()
const queryClient = new QueryClient()
const small = (url: string): string => `/api/avatars/${url}?size=48`

const BOX = { position: 'relative', display: 'inline-flex', width: '40px', height: '40px' } as const
const FILL = { position: 'absolute', height: '100%', minWidth: '100%', maxWidth: '100%' } as const

const LISTS: Record<ListKind, (props: { chats: readonly Chat[] }) => ReactElement> = {
  cold: Ours,
  cached: Ours,
  markup: ({ chats }) => (
    <>
      {chats.map(({ chatId, name, url }, index) => (
        <span
          key={chatId}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- what an avatar renders: the picture is inside
          role="img"
          aria-label={name}
          className="wa-avatar"
          data-status="found"
          data-image="loading"
          data-color={(index % 12) + 1}
          data-size="md"
          style={BOX}
        >
          <img
            className="wa-avatar-image"
            alt=""
            loading="lazy"
            style={FILL}
            srcSet={`${small(url)} 1x, ${small(url)} 2x`}
            src={small(url)}
          />
          <span className="wa-avatar-fallback" aria-hidden>
            {name.slice(0, 2)}
          </span>
        </span>
      ))}
    </>
  ),
  plain: ({ chats }) => (
    <>
      {chats.map(({ chatId, url }) => (
        <span key={chatId} className="plain">
          <img alt="" loading="lazy" src={small(url)} />
        </span>
      ))}
    </>
  ),
  radix: ({ chats }) => (
    <>
      {chats.map(({ chatId, name, url }) => (
        <Radix.Root key={chatId} className="plain">
          <Radix.Image alt="" loading="lazy" src={small(url)} />
          <Radix.Fallback>{name.slice(0, 2)}</Radix.Fallback>
        </Radix.Root>
      ))}
    </>
  ),
}

function Ours({ chats }: { chats: readonly Chat[] }): ReactElement {
  return (
    <QueryClientProvider client={queryClient}>
      <AvatarProvider client={client}>
        {chats.map(({ chatId, name }) => (
          <WhatsAppAvatar key={chatId} chatId={chatId} name={name} size={40} />
        ))}
      </AvatarProvider>
    </QueryClientProvider>
  )
}

let list: ReactElement | undefined

window.benchPage = {
  async prepare(kind) {
    const response = await fetch('/api/avatars/chats')
    const chats: Chat[] = await response.json()
    if (kind === 'cached') {
      for (const { chatId, url } of chats) {
        const answer = { status: 'found', url, sizes: [48, 96, 192, 384], freshForMs: 43_200_000 } as const
        queryClient.setQueryData(avatarQueryKey(client, chatId), answer)
      }
    }
    const List = LISTS[kind]
    list = <List chats={chats} />
  },
  mount() {
    const element = document.querySelector('#root')
    if (element === null) throw new Error('the page has no #root')
    flushSync(() => createRoot(element).render(list))
  },
}
