import { AvatarError, AvatarTestProvider, type StaticAvatarAnswer } from '@greenapi/react-avatar/testing'
import { onlineManager } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { AvatarFacts } from './AvatarFacts.js'

afterEach(() => {
  cleanup()
  onlineManager.setOnline(true)
})

const CHAT = '5521999990000@c.us'
const HOUR = 3_600_000

function show(answer: StaticAvatarAnswer | undefined): void {
  render(
    <AvatarTestProvider answers={answer === undefined ? {} : { [CHAT]: answer }}>
      <AvatarFacts chatId={CHAT} />
    </AvatarTestProvider>,
  )
}

const state = (): string | undefined => document.querySelector<HTMLElement>('.facts-state')?.dataset['state']
const askAgain = (): HTMLElement | null => screen.queryByRole('button', { name: 'Ask again' })

it('default: asks, and says so', () => {
  show(new Promise(() => {}))
  expect(screen.getByText('Asking…')).toBeTruthy()
  expect(state()).toBe('asking')
})

it.each([
  ['found', { status: 'found', url: '/ana.jpg', freshForMs: 48 * HOUR }, 'Picture found', 'about 2 days'],
  ['none', { status: 'none', freshForMs: HOUR }, 'No picture', '60 minutes'],
  ['hidden', { status: 'hidden', freshForMs: 2 * HOUR }, 'Hidden by privacy', 'about 2 hours'],
  ['no_account', { status: 'no_account', freshForMs: 5 * HOUR }, 'Not on WhatsApp', 'about 5 hours'],
] as const)('%s: says what is known, and for how long', async (expected, answer, title, span) => {
  show(answer)
  expect(await screen.findByText(title)).toBeTruthy()
  expect(state()).toBe(expected)
  expect(screen.getByText(`Good for ${span}, then asked again.`)).toBeTruthy()
  expect(askAgain()).toBeNull()
})

it.each([
  ['rate_limited', 'Too many questions'],
  ['upstream_credentials', 'Not let in'],
  ['network', 'No answer in time'],
  ['forbidden', 'Not for this page'],
] as const)('%s: says what went wrong and lets one ask again', async (code, title) => {
  show(new AvatarError(code))
  expect(await screen.findByText(title)).toBeTruthy()
  expect(state()).toBe('error')
  expect(askAgain()).not.toBeNull()
})

it('asks again at a press of the button', async () => {
  let answers = 0
  render(
    <AvatarTestProvider
      answers={() => (++answers === 1 ? new AvatarError('timeout') : { status: 'none', freshForMs: HOUR })}
    >
      <AvatarFacts chatId={CHAT} />
    </AvatarTestProvider>,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Ask again' }))
  expect(await screen.findByText('No picture')).toBeTruthy()
  expect(askAgain()).toBeNull()
})

it('offline: says so and asks nothing, back online it asks', async () => {
  onlineManager.setOnline(false)
  show({ status: 'hidden', freshForMs: HOUR })
  expect(await screen.findByText('You are offline')).toBeTruthy()
  expect(state()).toBe('offline')
  expect(askAgain()).toBeNull()
  onlineManager.setOnline(true)
  await waitFor(() => expect(state()).toBe('hidden'))
})
