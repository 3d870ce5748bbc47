import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { WhatsAppAvatar } from './index.js'
import styles from './styles.css?inline'
import { AvatarTestProvider } from './testing/index.js'

const CHAT = '5521999990005@c.us'

const emulate = (features: { name: string; value: string }[]): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', { features })

let sheet: HTMLStyleElement
beforeEach(() => {
  sheet = document.createElement('style')
  sheet.textContent = styles
  document.head.append(sheet)
})
afterEach(async () => {
  cleanup()
  sheet.remove()
  await emulate([])
})

function showPending(): { fallback: HTMLElement; veil: CSSStyleDeclaration } {
  render(
    <AvatarTestProvider answers={{ [CHAT]: new Promise(() => {}) }}>
      <WhatsAppAvatar chatId={CHAT} name="Ana Lu" badge="3" badgeLabel="3 unread" />
    </AvatarTestProvider>,
  )
  const fallback = screen.getByText('AL')
  return { fallback, veil: getComputedStyle(fallback, '::before') }
}

/** What a system colour is at the moment. */
function systemColor(name: string): string {
  const probe = document.createElement('i')
  probe.style.color = name
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

test('default: a pending avatar breathes, between background and initials', () => {
  const { veil } = showPending()
  expect(veil.animationName).toBe('wa-avatar-pending')
  expect(veil.zIndex).toBe('-1')
})

test('with reduced motion nothing moves or fades', async () => {
  await emulate([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  const { fallback, veil } = showPending()
  expect(veil.animationName).toBe('none')
  expect(getComputedStyle(fallback).transitionDelay).toBe('0s')
})

test('with forced colours the outline and the initials are of the system, and the badge stands out', async () => {
  await emulate([{ name: 'forced-colors', value: 'active' }])
  const { fallback } = showPending()
  const { color, backgroundImage, borderTopColor, borderTopWidth } = getComputedStyle(fallback)
  expect({ color, backgroundImage, borderTopColor, borderTopWidth }).toEqual({
    color: systemColor('CanvasText'),
    backgroundImage: 'none',
    borderTopColor: systemColor('CanvasText'),
    borderTopWidth: '1px',
  })
  const badge = getComputedStyle(screen.getByText('3'))
  expect([badge.backgroundColor, badge.color]).toEqual([systemColor('CanvasText'), systemColor('Canvas')])
})

test('with forced colours glyphs are of the system too, and those of links look like links', async () => {
  await emulate([{ name: 'forced-colors', value: 'active' }])
  render(
    <AvatarTestProvider>
      <WhatsAppAvatar chatId={undefined} />
      {/* oxlint-disable-next-line jsx-a11y/anchor-has-content, jsx-a11y/control-has-associated-label -- the avatar names it */}
      <WhatsAppAvatar chatId={undefined} render={<a href="#ana" />} />
    </AvatarTestProvider>,
  )
  const colors = [...document.querySelectorAll('[data-glyph]')].map(
    (glyph) => getComputedStyle(glyph, '::after').backgroundColor,
  )
  expect(colors).toEqual([systemColor('CanvasText'), systemColor('LinkText')])
})
