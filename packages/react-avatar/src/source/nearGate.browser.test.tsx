import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { useRef } from 'react'
import type { ReactElement } from 'react'
import { afterEach, expect, test } from 'vitest'
import { createStage, without } from '../../../../test/kit/avatarStage.js'
import type { Stage } from '../../../../test/kit/avatarStage.js'
import { useNearViewport, WhatsAppAvatar } from '../index.js'

afterEach(() => {
  cleanup()
  window.scrollTo(0, 0)
})

const chat = (index: number): string => `${5521990000000 + index}@c.us`
const frame = (): Promise<number> => new Promise(requestAnimationFrame)

function Rows({ stage: { Provider }, count }: { stage: Stage; count: number }): ReactElement {
  return (
    <Provider>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} style={{ height: 56 }}>
          <WhatsAppAvatar chatId={chat(index)} name={`Row ${index}`} />
        </div>
      ))}
    </Provider>
  )
}

test('default: asks for the first screen and what is near it, in one request, and for nothing else', async () => {
  const stage = createStage(() => without())
  render(<Rows stage={stage} count={1000} />)
  await waitFor(() => expect(stage.asked.length).toBeGreaterThan(0))
  const near = Math.ceil((window.innerHeight + 1250) / 56)
  expect(stage.asked).toEqual(Array.from({ length: stage.asked.length }, (_, index) => chat(index)))
  expect(stage.asked.length).toBeLessThanOrEqual(near + 1)
  expect(stage.flights()).toBe(1)
  // Far rows leave no trace in the cache either.
  expect(stage.queryClient.getQueryCache().getAll()).toHaveLength(stage.asked.length)
})

test('rows of an inner scroller are asked for before they come into view', async () => {
  const stage = createStage(() => without())
  render(
    <div data-testid="scroller" style={{ height: 300, overflow: 'auto' }}>
      <Rows stage={stage} count={200} />
    </div>,
  )
  await waitFor(() => expect(stage.asked.length).toBeGreaterThan(300 / 56))
  expect(stage.asked.length).toBeLessThanOrEqual((300 + 1250) / 56 + 2)
  screen.getByTestId('scroller').scrollTop = 56 * 150
  await waitFor(() => expect(stage.asked).toContain(chat(150)))
  expect(stage.asked).not.toContain(chat(80))
})

test('a fling past 10,000 rows asks only for where it starts and stops', async () => {
  const stage = createStage(() => without())
  render(<Rows stage={stage} count={10_000} />)
  await waitFor(() => expect(stage.asked.length).toBeGreaterThan(0), { timeout: 10_000 })
  const end = document.documentElement.scrollHeight - window.innerHeight
  const start = performance.now()
  for (let passed = 0; passed < 2000; passed = performance.now() - start) {
    window.scrollTo(0, (end * passed) / 2000)
    await frame()
  }
  window.scrollTo(0, end)
  await waitFor(() => expect(stage.asked).toContain(chat(9999)), { timeout: 10_000 })
  expect(stage.asked.length).toBeLessThanOrEqual(150)
})

test('what leaves before its answer is given up', async () => {
  const stage = createStage(() => new Promise(() => {}))
  render(<Rows stage={stage} count={1000} />)
  await waitFor(() => expect(stage.asked).toContain(chat(0)))
  expect(screen.getByRole('img', { name: 'Row 0' }).dataset['status']).toBe('pending')
  window.scrollTo(0, 56 * 500)
  await waitFor(() => expect(stage.aborted()).toBe(1))
  await waitFor(() => expect(screen.getByRole('img', { name: 'Row 0' }).dataset['status']).toBe('idle'))
})

test('coming near and going far keeps the element, and the focus in it', async () => {
  const stage = createStage(() => without())
  const { Provider } = stage
  render(
    <Provider>
      <WhatsAppAvatar chatId={chat(0)} name="Maria" render={<button type="button" aria-label="Maria" />} />
      <div style={{ height: 9000 }} />
    </Provider>,
  )
  const button = screen.getByRole('button', { name: 'Maria' })
  button.focus()
  await waitFor(() => expect(button.dataset['status']).toBe('none'))
  window.scrollTo(0, 8000)
  await waitFor(() => expect(stage.queryClient.getQueryCache().getAll()[0]?.isActive()).toBe(false))
  expect(screen.getByRole('button', { name: 'Maria' })).toBe(button)
  expect(document.activeElement).toBe(button)
  expect(button.dataset['status']).toBe('none')
})

test('eager avatars ask wherever they are', async () => {
  const stage = createStage(() => without())
  const { Provider } = stage
  render(
    <Provider>
      <div style={{ height: 9000 }} />
      <WhatsAppAvatar chatId={chat(7)} name="Far" loading="eager" />
    </Provider>,
  )
  await waitFor(() => expect(stage.asked).toEqual([chat(7)]))
})

test('mounting a list again asks for nothing', async () => {
  const stage = createStage(() => without())
  const first = render(<Rows stage={stage} count={20} />)
  await waitFor(() => expect(screen.getByRole('img', { name: 'Row 19' }).dataset['status']).toBe('none'))
  first.unmount()
  render(<Rows stage={stage} count={20} />)
  expect(screen.getByRole('img', { name: 'Row 19' }).dataset['status']).toBe('none')
  await waitFor(() => expect(stage.queryClient.getQueryCache().getAll()[0]?.isActive()).toBe(true))
  expect(stage.flights()).toBe(1)
})

test('1,000 avatars in view: one request per 100 ids and nothing twice', async () => {
  const stage = createStage(() => without())
  const { Provider } = stage
  render(
    <Provider>
      {Array.from({ length: 1000 }, (_, index) => (
        <WhatsAppAvatar key={index} chatId={chat(index)} name="x" size="xs" />
      ))}
    </Provider>,
  )
  await waitFor(() => expect(stage.asked).toHaveLength(1000), { timeout: 10_000 })
  expect(new Set(stage.asked).size).toBe(1000)
  expect(stage.flights()).toBe(10)
})

test('an avatar and a hook may watch one element, and an element may come later than its hook', async () => {
  const stage = createStage(() => without())
  function Row({ there }: { there: boolean }): ReactElement {
    const ref = useRef<HTMLElement>(null)
    const near = useNearViewport(ref)
    const also = useNearViewport(ref)
    return (
      <p title={`${near} ${also}`}>{there && <WhatsAppAvatar ref={ref} chatId={chat(0)} name="Row" />}</p>
    )
  }
  const { rerender } = render(<Row there={false} />, { wrapper: stage.Provider })
  screen.getByTitle('false false')
  rerender(<Row there />)
  await waitFor(() => screen.getByTitle('true true'))
  await waitFor(() => expect(stage.asked).toEqual([chat(0)]))
  rerender(<Row there={false} />)
  await waitFor(() => screen.getByTitle('false false'))
})

test('a ref that is new at every render asks for nothing again', async () => {
  const stage = createStage(() => new Promise(() => {}))
  const page = (): ReactElement => (
    <stage.Provider>
      <WhatsAppAvatar ref={() => {}} chatId={chat(0)} name="Row" />
    </stage.Provider>
  )
  const { rerender } = render(page())
  await waitFor(() => expect(stage.asked).toHaveLength(1))
  for (let count = 0; count < 20; count += 1) {
    rerender(page())
    await frame()
  }
  expect(screen.getByRole('img').dataset['status']).toBe('pending')
  expect([stage.asked.length, stage.aborted()]).toEqual([1, 0])
})
