import { cleanup, render, waitFor } from '@testing-library/react'
import type { ReactElement, ReactNode } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createStage, without } from '../../../test/kit/avatarStage.js'
import { AvatarGroup, AvatarMosaic, WhatsAppAvatar } from './index.js'
import type { AvatarSize } from './index.js'
import styles from './styles.css?inline'

const CHAT = '5521999990000@c.us'
const OTHER = '5521999990001@c.us'

let sheet: HTMLStyleElement
beforeEach(() => {
  sheet = document.createElement('style')
  sheet.textContent = `${styles} .big { width: 80px !important; height: 80px !important }
    .border { border: 3px solid red } .padded { padding: 4px } .own { width: 64px; height: 64px }`
  document.head.append(sheet)
})
afterEach(() => {
  cleanup()
  sheet.remove()
})

const { Provider } = createStage(() => without())
const show = (avatar: ReactNode, inlineStyles = true): HTMLElement => {
  const { container } = render(<Provider inlineStyles={inlineStyles}>{avatar}</Provider>)
  return container
}
const one = (container: HTMLElement, selector: string): HTMLElement => {
  const element = container.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`no ${selector}`)
  return element
}

/** How far the letters are from the middle of their avatar, in pixels. */
function offset(container: HTMLElement): [number, number] {
  const box = one(container, '.wa-avatar').getBoundingClientRect()
  const range = document.createRange()
  range.selectNodeContents(one(container, '.wa-avatar-fallback'))
  const letters = range.getBoundingClientRect()
  return [
    letters.x + letters.width / 2 - box.x - box.width / 2,
    letters.y + letters.height / 2 - box.y - box.height / 2,
  ]
}

const AVATARS: Record<string, ReactElement> = {
  'a named size': <WhatsAppAvatar chatId={CHAT} name="Maria Silva" />,
  pixels: <WhatsAppAvatar chatId={CHAT} name="Maria Silva" size={80} />,
  'a length': <WhatsAppAvatar chatId={CHAT} name="Maria Silva" size="5rem" />,
  'a style': <WhatsAppAvatar chatId={CHAT} name="Maria Silva" style={{ width: 80, height: 70 }} />,
  'a class': <WhatsAppAvatar chatId={CHAT} name="Maria Silva" className="big" />,
  'a border': <WhatsAppAvatar chatId={CHAT} name="Maria Silva" className="border" />,
  padding: <WhatsAppAvatar chatId={CHAT} name="Maria Silva" className="padded" />,
  'another element': <WhatsAppAvatar chatId={CHAT} name="Maria Silva" render={<div />} />,
}
test.each(Object.entries(AVATARS))('the letters are in the middle, with %s', (_, avatar) => {
  const [x, y] = offset(show(avatar))
  expect(Math.abs(x)).toBeLessThan(1)
  expect(Math.abs(y)).toBeLessThan(1)
})

test('and with a class in place of inline styles', () => {
  const [x, y] = offset(show(<WhatsAppAvatar chatId={CHAT} name="Ana" className="own" />, false))
  expect(Math.abs(x)).toBeLessThan(1)
  expect(Math.abs(y)).toBeLessThan(1)
})

const LENGTHS: readonly [size: AvatarSize, width: number][] = [
  ['4em', 128],
  ['2rem', 32],
  ['100%', 200],
  ['min(50%, 200px)', 100],
  ['clamp(2rem, 5%, 4rem)', 32],
  ['var(--mine)', 90],
  [90, 90],
]
test.each(LENGTHS)('a badge is on the outline and letters are in proportion at %s', (size, width) => {
  const container = show(
    <div style={{ fontSize: 32, width: 200, height: 200, ['--mine' as string]: '90px' }}>
      <WhatsAppAvatar chatId={CHAT} name="Maria Silva" size={size} badge />
    </div>,
  )
  const box = one(container, '.wa-avatar').getBoundingClientRect()
  expect([box.width, box.height]).toEqual([width, width])
  const badge = one(container, '.wa-avatar-badge').getBoundingClientRect()
  const distance = Math.hypot(
    badge.x + badge.width / 2 - box.x - width / 2,
    badge.y + badge.height / 2 - box.y - width / 2,
  )
  expect(distance / (width / 2)).toBeCloseTo(1, 1)
  const { fontSize } = getComputedStyle(one(container, '.wa-avatar-fallback'))
  expect(Number.parseFloat(fontSize)).toBeCloseTo(0.38 * width, 0)
})

test('the tiles of a mosaic have no ring of their own, also in a group', async () => {
  const container = show(
    <AvatarGroup>
      <WhatsAppAvatar
        chatId="120363043968066561@g.us"
        loading="eager"
        fallback={<AvatarMosaic chatIds={[CHAT, OTHER, CHAT]} />}
      />
      <AvatarMosaic chatIds={[CHAT, OTHER]} label="Night shift" />
    </AvatarGroup>,
  )
  const tiles = (): Element[] => [...container.querySelectorAll('.wa-avatar-mosaic > .wa-avatar')]
  // Two in each: a member that is named twice is one.
  await waitFor(() => expect(tiles()).toHaveLength(4))
  const ringOf = (element: Element): string | undefined =>
    /(\S+) \S*$/.exec(getComputedStyle(element).boxShadow)?.[0]
  expect(new Set(tiles().map(ringOf))).toEqual(new Set(['0px 0px']))
  expect(ringOf(one(container, '.wa-avatar'))).toBe('0px 2px')
})
