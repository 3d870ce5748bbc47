import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createStage, without } from '../../../test/kit/avatarStage.js'
import { AvatarGroup, AvatarMosaic, WhatsAppAvatar } from './index.js'
import type { AvatarSize } from './index.js'
import styles from './styles.css?inline'

let sheet: HTMLStyleElement
beforeEach(() => {
  sheet = document.createElement('style')
  sheet.textContent = `${styles} .mine { width: 52px; height: 52px }`
  document.head.append(sheet)
})
afterEach(() => {
  cleanup()
  sheet.remove()
})

const CHAT = '5521999990000@c.us'

/** The widths of an avatar, a mosaic and a "+N" of that size, under a provider that sets no style attribute. */
function widths(size: AvatarSize, className?: string): number[] {
  const { Provider } = createStage(() => without())
  render(
    <Provider inlineStyles={false}>
      <WhatsAppAvatar chatId={CHAT} name="Ana" size={size} className={className} />
      <AvatarMosaic chatIds={[CHAT]} label="Family" size={size} className={className} />
      <AvatarGroup max={0} total={5} size={size} />
    </Provider>,
  )
  const all = screen.getAllByRole('img')
  expect(all.filter((element) => element.hasAttribute('style'))).toEqual([])
  return all.map((element) => element.getBoundingClientRect().width)
}

test('default: named sizes come from the style sheet', () => {
  expect(widths('lg')).toEqual([48, 48, 48])
})

test('a number that a name stands for is as good as the name', () => {
  expect(widths(64)).toEqual([64, 64, 64])
})

test('any other size is the default, as the README says at the prop', () => {
  expect(widths(52)).toEqual([40, 40, 40])
  cleanup()
  expect(widths('3rem')).toEqual([40, 40, 40])
})

test('null leaves it to a class, whatever it says', () => {
  expect(widths(null, 'mine').slice(0, 2)).toEqual([52, 52])
})
