import { cleanup, render, waitFor } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, expect, it } from 'vitest'
import { createStage, found, type Stage } from '../../../../test/kit/avatarStage.js'
import { createGallery } from '../../../../test/kit/gallery.js'
import { withActivity } from '../data/activity.js'
import { createTimeWords } from '../data/time.js'
import { EMPTY_INBOX } from '../state/inboxState.js'
import { rowsOf } from '../state/rows.js'
import type { InboxModel } from '../state/useInbox.js'
import '../styles/index.css'
import { ChatList } from './ChatList.js'

afterEach(cleanup)

const COUNT = 5_000
const HEIGHT = 600
/** The most rows that are in the page at once: those in view, six on either side, and the one that Tab reaches. */
const MOUNTED = Math.ceil(HEIGHT / 68) + 1 + 2 * 6 + 1

const chatId = (index: number): string => `${5521990000000 + index}@c.us`
const indexOf = (id: string): number => Number.parseInt(id, 10) - 5521990000000

const rows = rowsOf(
  withActivity(
    Array.from({ length: COUNT }, (_, index) => ({
      id: chatId(index),
      name: `Chat ${index}`,
      kind: 'person' as const,
    })),
    0,
  ),
)
const inbox: InboxModel = {
  rows,
  byId: new Map(rows.map((row) => [row.chat.id, row])),
  open: undefined,
  sent: EMPTY_INBOX.sent,
  times: createTimeWords(0),
  openChat: () => {},
  closeChat: () => {},
  send: () => {},
}

function Page({ stage: { Provider } }: { readonly stage: Stage }): ReactElement {
  return (
    <Provider>
      <div className="list-pane" style={{ height: HEIGHT }}>
        <ChatList ref={null} rows={rows} inbox={inbox} query="" />
      </div>
    </Provider>
  )
}

const scroller = (): Element => document.querySelector('.list-scroller') ?? document.body
const frame = (): Promise<number> => new Promise(requestAnimationFrame)
const avatars = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.wa-avatar')]

/** The avatars of which anything is in the list's box. */
function inView(): HTMLElement[] {
  const { top, bottom } = scroller().getBoundingClientRect()
  return avatars().filter((avatar) => {
    const box = avatar.getBoundingClientRect()
    return box.bottom > top && box.top < bottom
  })
}

/** Scrolls through the whole list, frame by frame. */
async function fling(frames = 90): Promise<void> {
  const end = scroller().scrollHeight
  for (let passed = 1; passed <= frames; passed++) {
    scroller().scrollTop = (end * passed) / frames
    await frame()
  }
}

it('default: only rows near the view are in the page, and only they are asked for, in one request', async () => {
  const stage = createStage(() => found('/a.jpg'))
  render(<Page stage={stage} />)
  await waitFor(() => expect(stage.asked.length).toBeGreaterThan(0))
  expect(stage.asked.length).toBe(avatars().length)
  expect(stage.asked.length).toBeLessThanOrEqual(MOUNTED)
  expect(stage.flights()).toBe(1)
})

it('scrolling fast past thousands of rows asks only for where it stops', async () => {
  const stage = createStage(() => found('/a.jpg'))
  render(<Page stage={stage} />)
  await waitFor(() => expect(stage.asked).toContain(chatId(0)))
  const first = stage.asked.length
  await fling()
  await waitFor(() => expect(stage.asked).toContain(chatId(COUNT - 1)))
  const asked = stage.asked.slice(first).map(indexOf)
  // A machine that stands still for a moment stops there, as far as anybody can tell: room for one such stop.
  expect(asked.filter((index) => index >= COUNT - MOUNTED).length).toBeGreaterThan(HEIGHT / 68 - 1)
  expect(asked.length).toBeLessThanOrEqual(2 * MOUNTED)
  expect(new Set(stage.asked).size).toBe(stage.asked.length)
})

it('gives up what leaves before its answer', async () => {
  const stage = createStage(() => new Promise(() => {}))
  render(<Page stage={stage} />)
  await waitFor(() => expect(stage.asked).toContain(chatId(0)))
  expect(stage.aborted()).toBe(0)
  await fling(30)
  await waitFor(() => expect(stage.aborted()).toBeGreaterThanOrEqual(1))
  await waitFor(() => expect(stage.asked).toContain(chatId(COUNT - 1)))
  // Of what was given up nothing waits any more.
  const waiting = stage.queryClient.getQueryCache().findAll({ fetchStatus: 'fetching' })
  const ids = waiting.map(({ queryKey }) => indexOf(String(queryKey[2])))
  expect(Math.min(...ids)).toBeGreaterThanOrEqual(COUNT - MOUNTED)
})

it('coming back shows what is known, in the first frame, and asks for nothing', async () => {
  const gallery = await createGallery()
  const stage = createStage((id) => found(gallery.url(id)))
  render(<Page stage={stage} />)
  const allShown = (): Promise<void> =>
    waitFor(() =>
      expect(inView().map(({ dataset }) => dataset['image'])).toEqual(inView().map(() => 'loaded')),
    )
  await waitFor(() => expect(stage.asked).toContain(chatId(0)))
  await allShown()
  const before = inView()
  const pictures = before.map((avatar) => avatar.querySelector('img'))

  await fling(30)
  await waitFor(() => expect(stage.asked).toContain(chatId(COUNT - 1)))
  await allShown()
  const asked = stage.asked.length
  const loaded = await gallery.requests()

  scroller().scrollTop = 0
  for (let frames = 0; frames < 20; frames++) {
    await frame()
    const seen = inView().map((avatar) => ({
      status: avatar.dataset['status'],
      image: avatar.dataset['image'],
      opacity: getComputedStyle(avatar.querySelector('img') ?? avatar).opacity,
    }))
    expect(seen).toEqual(seen.map(() => ({ status: 'found', image: 'loaded', opacity: '1' })))
  }
  expect(inView()).toHaveLength(before.length)
  expect(stage.asked).toHaveLength(asked)
  expect(await gallery.requests()).toEqual(loaded)
  // Other elements, but for the row that Tab reaches. A browser's memory of a picture ends with the last element that has
  // it, so those of before live until here.
  expect(inView().filter((avatar) => pictures.includes(avatar.querySelector('img')))).toHaveLength(1)
})
