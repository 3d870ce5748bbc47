import { AvatarProvider, WhatsAppAvatar, createAvatarClient } from '@greenapi/react-avatar'
import '@greenapi/react-avatar/styles.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'

/** What to show: avatars side by side, or one in each row of 56 px. */
export interface BigList {
  chatIds: readonly string[]
  layout: 'grid' | 'rows'
}

/** What a test or a bench does with the page, as `window.bigPage`. */
export interface BigPage {
  show: (list: BigList) => void
  /** Renders the list again: new elements, the same props. */
  showAgain: () => void
  hide: () => void
  /** How often an avatar has been rendered. */
  renders: () => number
  /** Puts a copy of every answer in the place of the answer. */
  copyAnswers: () => void
  /** Milliseconds until a chat is answered: by the client of the list, or by one that knows nothing of it. */
  ask: (chatId: string, client: 'same' | 'other') => Promise<number>
  /** Milliseconds until a picture is there. */
  loadPicture: (url: string) => Promise<number>
  /** Waits until the page has had nothing to do for some turns. */
  rest: () => Promise<void>
  /** Scrolls from top to bottom in two seconds, as a finger would, and waits until all has come to rest. */
  fling: () => Promise<void>
}

declare global {
  interface Window {
    bigPage: BigPage
  }
}

const FLING_MS = 2000
const REST_MS = 1500
const CALM_TURNS = 20
const CALM_TURN_MS = 30

const container = document.querySelector('#root') ?? document.body
const client = createAvatarClient()
const queryClient = new QueryClient()
let root: Root | undefined
let shown: BigList | undefined
let renders = 0

// A class name as a function of the state is called once for each render.
const countRender = (): undefined => {
  renders += 1
}

function List({ chatIds, layout }: BigList): ReactElement {
  return (
    <>
      {chatIds.map((chatId, index) => {
        const avatar = (
          <WhatsAppAvatar key={chatId} chatId={chatId} name={`Chat ${index}`} className={countRender} />
        )
        return layout === 'grid' ? (
          avatar
        ) : (
          <div key={chatId} style={{ height: 56 }}>
            {avatar} Chat {index}
          </div>
        )
      })}
    </>
  )
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function render(list: BigList): void {
  shown = list
  const mounted = root ?? createRoot(container)
  root = mounted
  flushSync(() =>
    mounted.render(
      <QueryClientProvider client={queryClient}>
        <AvatarProvider client={client}>
          <List {...list} />
        </AvatarProvider>
      </QueryClientProvider>,
    ),
  )
}

window.bigPage = {
  show: render,
  showAgain: () => shown && render(shown),
  hide() {
    root?.unmount()
    root = undefined
  },
  renders: () => renders,
  copyAnswers() {
    for (const { queryKey, state } of queryClient.getQueryCache().getAll()) {
      queryClient.setQueryData(queryKey, structuredClone(state.data))
    }
  },
  ask: (chatId, who) => timed(() => (who === 'same' ? client : createAvatarClient()).getAvatar(chatId)),
  loadPicture: (url) =>
    timed(() => {
      const image = new Image()
      image.src = client.resolveUrl(url)
      return image.decode()
    }),
  async rest() {
    for (let calm = 0; calm < CALM_TURNS;) {
      const turnMs = await timed(() => pause(0))
      calm = turnMs < CALM_TURN_MS ? calm + 1 : 0
    }
  },
  async fling() {
    const end = document.documentElement.scrollHeight - innerHeight
    const start = performance.now()
    for (let passed = 0; passed < FLING_MS; passed = performance.now() - start) {
      scrollTo(0, (end * passed) / FLING_MS)
      await new Promise(requestAnimationFrame)
    }
    scrollTo(0, end)
    await pause(REST_MS)
  },
}
