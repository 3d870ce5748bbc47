import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { OfflineNote } from './OfflineNote.js'

afterEach(cleanup)

const NOTE = 'You are offline. New avatars come when you are back.'

function goes(state: 'online' | 'offline'): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(state === 'online')
  act(() => void dispatchEvent(new Event(state)))
}

it('default: is there, and says nothing', () => {
  render(<OfflineNote />)
  expect(screen.getByRole('status').textContent).toBe('')
})

it('says it while there is no network, in the region that was there before', () => {
  render(<OfflineNote />)
  const region = screen.getByRole('status')
  goes('offline')
  expect(screen.getByText(NOTE).parentElement).toBe(region)
  goes('online')
  expect(region.textContent).toBe('')
})

it('says it from the start where there is none', () => {
  goes('offline')
  render(<OfflineNote />)
  expect(screen.getByRole('status').textContent).toBe(NOTE)
})
