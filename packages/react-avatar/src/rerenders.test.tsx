import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { createStage, found, without } from '../../../test/kit/avatarStage.js'
import type { StageAnswer } from '../../../test/kit/avatarStage.js'
import { AvatarGroup, WhatsAppAvatar } from './index.js'
import type { AvatarState } from './index.js'

afterEach(cleanup)

const chats = Array.from({ length: 200 }, (_, index) => `${5521990000000 + index}@c.us`)
/** The chat that hides its picture meanwhile. */
let changed: string | undefined
/** Every third has no picture, and so its fallback in sight. */
const answerOf = (chatId: string): StageAnswer => {
  if (chatId === changed) return without('hidden')
  return chats.indexOf(chatId) % 3 === 0 ? without() : found(`/${chatId}.jpg`)
}

interface List {
  /** How often an avatar was rendered since the list was complete: each render calls its fallback. */
  renders: () => number
  refetch: () => Promise<void>
  /** Renders the list and the provider around it again. */
  again: () => void
  asked: () => number
}

/** Shows 200 avatars that know their answer, and starts to count. */
async function showList(around: (avatars: ReactNode) => ReactElement): Promise<List> {
  const { Provider, queryClient, asked } = createStage(answerOf)
  let renders = 0
  let again = (): void => {}
  const fallback = ({ status }: AvatarState): string => {
    renders += 1
    return status
  }
  function Page(): ReactElement {
    const [time, setTime] = useState(0)
    again = () => act(() => setTime(time + 1))
    return (
      <Provider>
        <h1>{time}</h1>
        {around(
          chats.map((chatId) => (
            <WhatsAppAvatar key={chatId} chatId={chatId} name="Ana" loading="eager" fallback={fallback} />
          )),
        )}
      </Provider>
    )
  }
  render(<Page />)
  await waitFor(() => expect(document.querySelectorAll('[data-status="pending"]')).toHaveLength(0))
  expect(document.querySelectorAll('[data-status="found"]')).toHaveLength(133)
  expect(renders).toBeGreaterThanOrEqual(2 * chats.length)
  renders = 0
  return {
    renders: () => renders,
    refetch: () => act(() => queryClient.refetchQueries()),
    again: () => again(),
    asked: () => asked.length,
  }
}

test('default: rendering a list again renders none of its 200 avatars', async () => {
  const list = await showList((avatars) => <main>{avatars}</main>)
  for (let time = 1; time <= 3; time++) {
    list.again()
    expect(screen.getByRole('heading').textContent).toBe(String(time))
  }
  expect(list.renders()).toBe(0)
  expect(list.asked()).toBe(200)
})

test('equal answers to all 200, asked again, render none either', async () => {
  const list = await showList((avatars) => <main>{avatars}</main>)
  await list.refetch()
  expect(list.asked()).toBe(400)
  expect(list.renders()).toBe(0)
  list.again()
  expect(list.renders()).toBe(0)
})

test('in a group nothing is rendered again either', async () => {
  const list = await showList((avatars) => (
    <AvatarGroup size="lg" label="All">
      {avatars}
    </AvatarGroup>
  ))
  list.again()
  await list.refetch()
  expect(list.asked()).toBe(400)
  expect(list.renders()).toBe(0)
})

test('another answer to one renders that one, once', async () => {
  const list = await showList((avatars) => <main>{avatars}</main>)
  changed = chats[0]
  await list.refetch()
  changed = undefined
  expect(document.querySelectorAll('[data-status="hidden"]')).toHaveLength(1)
  expect(list.renders()).toBe(1)
})
