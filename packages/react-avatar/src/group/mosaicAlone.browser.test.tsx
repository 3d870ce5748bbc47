import { cleanup, render, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Avatar, AvatarGroup, AvatarMosaic, WhatsAppAvatar } from '../index.js'
import styles from '../styles.css?inline'
import { AvatarTestProvider } from '../testing/index.js'

let sheet: HTMLStyleElement
beforeEach(() => {
  sheet = document.createElement('style')
  sheet.textContent = styles
  document.head.append(sheet)
})
afterEach(() => {
  cleanup()
  sheet.remove()
})

const chats = Array.from({ length: 4 }, (_, index) => `${5521999990000 + index}@c.us`)
const show = (page: ReactElement): void => void render(page, { wrapper: AvatarTestProvider })
const box = (element: Element): DOMRect => element.getBoundingClientRect()
const mosaic = (): HTMLElement => {
  const element = document.querySelector<HTMLElement>('.wa-avatar-mosaic')
  if (!element) throw new Error('there is no mosaic')
  return element
}

test('default: alone it is a box of 40 px in the line of text, beside an avatar of the same looks', () => {
  show(
    <p data-testid="line">
      <AvatarMosaic label="Family" chatIds={chats} />
      <WhatsAppAvatar chatId={chats[0]} name="Ana" /> and text
    </p>,
  )
  const family = screen.getByRole('img', { name: 'Family' })
  const ana = screen.getByRole('img', { name: 'Ana' })
  expect([box(family).width, box(family).height]).toEqual([40, 40])
  expect(box(family).top).toBe(box(ana).top)
  expect(box(family).right).toBeCloseTo(box(ana).left, 0)
  expect(box(screen.getByTestId('line')).height).toBeLessThan(80)
  expect(getComputedStyle(family).borderRadius).toBe('50%')
})

test.each([
  ['xs', 24],
  ['sm', 32],
  ['md', 40],
  ['lg', 48],
  ['xl', 64],
  ['2xl', 96],
  [52, 52],
  ['3rem', 48],
] as const)('size %s is %s px', (size, expected) => {
  show(<AvatarMosaic label="Family" chatIds={chats} size={size} />)
  expect([box(mosaic()).width, box(mosaic()).height]).toEqual([expected, expected])
})

test('size null leaves width and height to a class', () => {
  sheet.textContent += '.size-20 { width: 80px; height: 80px }'
  show(<AvatarMosaic label="Family" chatIds={chats} size={null} className="size-20" />)
  expect([box(mosaic()).width, box(mosaic()).height]).toEqual([80, 80])
})

test('named sizes come from the style sheet alone, so a strict policy stops nothing', () => {
  show(<AvatarMosaic label="Family" chatIds={chats} size="xl" />)
  expect(mosaic().hasAttribute('style')).toBe(false)
  expect(box(mosaic()).width).toBe(64)
})

test.each([
  ['circle', '50%'],
  ['rounded', '24%'],
  ['square', '0px'],
] as const)('shape %s', (shape, radius) => {
  show(<AvatarMosaic label="Family" chatIds={chats} shape={shape} />)
  expect(getComputedStyle(mosaic()).borderRadius).toBe(radius)
})

test('lines of the colour of the page part its tiles, a fiftieth of its size wide', () => {
  show(
    <div style={{ '--avatar-ring-color': 'rgb(1, 2, 3)' }}>
      <AvatarMosaic label="Family" chatIds={chats} size={100} shape="square" />
    </div>,
  )
  const [first, second, third] = mosaic().children
  if (!first || !second || !third) throw new Error('there are too few tiles')
  expect(box(second).left - box(first).right).toBeCloseTo(2, 1)
  expect(box(third).top - box(first).bottom).toBeCloseTo(2, 1)
  expect(getComputedStyle(mosaic()).backgroundColor).toBe('rgb(1, 2, 3)')
})

test('in a group it takes the size and shape of the group, and overlaps like the others', () => {
  show(
    <AvatarGroup size="lg" shape="rounded" label="Teams">
      <AvatarMosaic label="Day" chatIds={chats} />
      <AvatarMosaic label="Night" chatIds={chats} />
    </AvatarGroup>,
  )
  const [day, night] = screen.getAllByRole('img')
  if (!day || !night) throw new Error('there are too few')
  expect([box(day).width, day.dataset['size'], day.dataset['shape']]).toEqual([48, 'lg', 'rounded'])
  expect(box(night).left).toBeLessThan(box(day).right)
})

test.each([
  [
    'an avatar',
    <WhatsAppAvatar
      key=""
      chatId="120363043968066561@g.us"
      name="Family"
      size={100}
      loading="eager"
      fallback={<AvatarMosaic chatIds={chats} size="xs" shape="square" />}
    />,
  ],
  [
    'an Avatar.Fallback',
    <Avatar.Root key="" label="Family" style={{ width: 100, height: 100 }}>
      <Avatar.Fallback>
        <AvatarMosaic chatIds={chats} size="xs" shape="square" />
      </Avatar.Fallback>
    </Avatar.Root>,
  ],
])('in %s it fills it, whatever its own size and shape', async (_, page) => {
  show(page)
  await screen.findByRole('img', { name: 'Family' })
  await expect.poll(() => document.querySelector('.wa-avatar-mosaic')).not.toBeNull()
  const style = getComputedStyle(mosaic())
  expect([style.position, style.display, style.borderRadius]).toEqual(['absolute', 'grid', '50%'])
  expect(box(mosaic())).toEqual(box(screen.getByRole('img', { name: 'Family' })))
  const [first, second] = mosaic().children
  if (!first || !second) throw new Error('there are too few tiles')
  expect(box(second).left - box(first).right).toBeCloseTo(2, 1)
})
