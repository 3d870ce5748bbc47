import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, expect, it, vi } from 'vitest'
import { createStage, without } from '../../../../test/kit/avatarStage.js'
import { withActivity } from '../data/activity.js'
import { createTimeWords } from '../data/time.js'
import { EMPTY_INBOX } from '../state/inboxState.js'
import { rowsOf } from '../state/rows.js'
import '../styles/index.css'
import { ChatListPane } from './ChatListPane.js'

afterEach(() => {
  // Before nobody listens any more: the query library remembers what it was told last.
  dispatchEvent(new Event('online'))
  cleanup()
  delete document.documentElement.dataset['theme']
})

const rows = rowsOf(
  withActivity(
    Array.from({ length: 50 }, (_, index) => ({
      id: `${5521990000000 + index}@c.us`,
      name: `Chat ${index}`,
      kind: 'person' as const,
    })),
    0,
  ),
)

it.each(['light', 'dark'])('%s: going offline is said, moves nothing, and hides no row', async (theme) => {
  document.documentElement.dataset['theme'] = theme
  const { Provider, asked } = createStage(() => without())
  render(
    <Provider>
      <main style={{ display: 'grid', width: 352, height: 600 }}>
        <h1 className="visually-hidden">Inbox</h1>
        <ChatListPane
          inbox={{
            rows,
            byId: new Map(rows.map((row) => [row.chat.id, row])),
            open: undefined,
            sent: EMPTY_INBOX.sent,
            times: createTimeWords(0),
            openChat: () => {},
            closeChat: () => {},
            send: () => {},
          }}
          source="simulator"
        />
      </main>
    </Provider>,
  )
  await waitFor(() => expect(asked.length).toBeGreaterThan(0))
  const boxes = (): unknown[] =>
    [...document.querySelectorAll('.list-pane > :not(.offline), .row')].map((element) =>
      element.getBoundingClientRect().toJSON(),
    )
  const before = boxes()
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  act(() => void dispatchEvent(new Event('offline')))
  const note = screen.getByText('You are offline. New avatars come when you are back.')
  expect(boxes()).toEqual(before)

  const { violations } = await axe.run(document.body, { resultTypes: ['violations'] })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])

  const scroller = document.querySelector('.list-scroller') ?? document.body
  scroller.scrollTop = scroller.scrollHeight
  const last = await screen.findByText('Chat 49')
  await waitFor(() =>
    expect(last.getBoundingClientRect().bottom).toBeLessThan(note.getBoundingClientRect().top),
  )
})
