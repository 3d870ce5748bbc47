import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import type { ReactElement, ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createGallery } from '../../../test/kit/gallery.js'
import { paintedPixels } from '../../../test/kit/painted.js'
import {
  Avatar,
  AvatarError,
  AvatarGroup,
  AvatarMosaic,
  enLabels,
  esLabels,
  ptBRLabels,
  ruLabels,
  WhatsAppAvatar,
} from './index.js'
import styles from './styles.css?inline'
import { AvatarTestProvider } from './testing/index.js'
import type { StaticAvatarAnswers } from './testing/index.js'

let sheet: HTMLStyleElement
beforeEach(() => {
  sheet = document.createElement('style')
  sheet.textContent = styles
  document.head.append(sheet)
})
afterEach(() => {
  cleanup()
  sheet.remove()
  document.documentElement.removeAttribute('style')
  document.documentElement.dir = ''
  document.body.classList.remove('wa-avatar-fade')
})

const CHATS = {
  found: '5521999990000@c.us',
  none: '5521999990001@c.us',
  hidden: '5521999990002@c.us',
  no_account: '5521999990003@c.us',
  error: '5521999990004@c.us',
  pending: '5521999990005@c.us',
}
const GROUP = '120363043968066561@g.us'

const answers = (url: string): StaticAvatarAnswers => ({
  [CHATS.found]: { status: 'found', url, freshForMs: 6e4 },
  [CHATS.none]: { status: 'none', freshForMs: 6e4 },
  [CHATS.hidden]: { status: 'hidden', freshForMs: 6e4 },
  [CHATS.no_account]: { status: 'no_account', freshForMs: 6e4 },
  [CHATS.error]: new AvatarError('forbidden'),
  [CHATS.pending]: new Promise(() => {}),
})

/** Everything that there is to see, in one page. */
function Everything(): ReactNode {
  return (
    <main>
      <h1>Avatars</h1>
      {Object.entries(CHATS).map(([status, chatId]) => (
        <p key={status}>
          <WhatsAppAvatar chatId={chatId} />
          <WhatsAppAvatar chatId={chatId} name={`Ana ${status}`} badge badgeLabel="online" />
          <WhatsAppAvatar chatId={chatId} decorative /> {status}
          <WhatsAppAvatar
            chatId={chatId}
            name="Maria Silva"
            badge="3"
            badgeLabel="3 unread"
            // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the avatar names it
            render={<button type="button" />}
          />
        </p>
      ))}
      <AvatarGroup max={2} total={12} label="Members">
        {Object.values(CHATS).map((chatId) => (
          <WhatsAppAvatar key={chatId} chatId={chatId} name="Bo" />
        ))}
      </AvatarGroup>
      <WhatsAppAvatar
        chatId={GROUP}
        name="Family"
        fallback={<AvatarMosaic chatIds={Object.values(CHATS)} />}
      />
      <Avatar.Root label="Parts">
        <Avatar.Image />
        <Avatar.Fallback>PT</Avatar.Fallback>
        <Avatar.Badge />
      </Avatar.Root>
    </main>
  )
}

async function showEverything(): Promise<void> {
  const gallery = await createGallery()
  render(
    <AvatarTestProvider answers={answers(gallery.url('a'))} pictures="manual">
      <Everything />
    </AvatarTestProvider>,
  )
  await waitFor(() => expect(document.querySelectorAll('[data-status="error"]').length).toBeGreaterThan(0))
  await waitFor(() => expect(document.querySelectorAll('[data-image="loaded"]').length).toBeGreaterThan(0))
}

/** The colours of a computed gradient or colour, as sRGB. */
function colorsOf(value: string): number[][] {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) throw new Error('no canvas')
  return (value.match(/(?:oklch|rgba?|color)\([^)]*\)/g) ?? []).map((color) => {
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = color
    context.fillRect(0, 0, 1, 1)
    return Array.from(context.getImageData(0, 0, 1, 1).data.slice(0, 3))
  })
}

function luminance(color: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'])('%s', (scheme) => {
  beforeEach(() => {
    document.documentElement.style.colorScheme = scheme
  })

  test.each([undefined, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    'colour %s: initials have 4.5:1 and more',
    (color) => {
      render(
        <Avatar.Root data-color={color} style={{ width: 40 }}>
          <Avatar.Fallback>MS</Avatar.Fallback>
        </Avatar.Root>,
      )
      const { backgroundImage, color: foreground } = getComputedStyle(screen.getByText('MS'))
      const [text = []] = colorsOf(foreground)
      const backgrounds = colorsOf(backgroundImage)
      expect(backgrounds).toHaveLength(2)
      for (const background of backgrounds) expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('nothing for axe to find, in any state', async () => {
    await showEverything()
    const { violations } = await axe.run(document.body, { resultTypes: ['violations'] })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})

/** What is painted of a glyph, from the darkest to the lightest, and where. */
async function paintedGlyph(glyph: string, color: number): Promise<{ contrast: number; shape: string }> {
  render(
    <Avatar.Root data-color={color} label={glyph} style={{ width: 48, height: 48 }}>
      <Avatar.Fallback data-glyph={glyph} />
    </Avatar.Root>,
  )
  const pixels = await paintedPixels(screen.getByRole('img'))
  cleanup()
  const luminances = Array.from({ length: pixels.length / 4 }, (_, index) =>
    luminance(pixels.slice(index * 4, index * 4 + 3)),
  )
  // The glyph keeps clear of the corners, where the page shows.
  const middle = luminances.filter((_, index) => isInside(index, luminances.length))
  const [dark, light] = [Math.min(...middle), Math.max(...middle)]
  return {
    contrast: (light + 0.05) / (dark + 0.05),
    shape: middle.map((one) => (one > (dark + light) / 2 ? '#' : '.')).join(''),
  }
}

test('five glyphs: each is painted, and differs from the others in shape', async () => {
  const shapes = new Set<string>()
  for (const glyph of ['person', 'group', 'hidden', 'no_account', 'error']) {
    const { contrast, shape } = await paintedGlyph(glyph, 1)
    expect(contrast).toBeGreaterThanOrEqual(3)
    shapes.add(shape)
  }
  expect(shapes.size).toBe(5)
})

test('a glyph has 3:1 on every colour', async () => {
  for (let color = 1; color <= 12; color++) {
    expect((await paintedGlyph('person', color)).contrast).toBeGreaterThanOrEqual(3)
  }
})

/** Whether a pixel of a square is in the circle that a glyph is drawn in. */
function isInside(index: number, count: number): boolean {
  const width = Math.sqrt(count)
  return Math.hypot((index % width) - width / 2, Math.floor(index / width) - width / 2) < width * 0.4
}

test('the twelve colours are twelve', () => {
  render(
    <>
      {Array.from({ length: 12 }, (_, index) => (
        <Avatar.Root key={index} data-color={index + 1}>
          <Avatar.Fallback>{`c${index}`}</Avatar.Fallback>
        </Avatar.Root>
      ))}
    </>,
  )
  const seen = screen.getAllByText(/^c/).map((element) => getComputedStyle(element).backgroundImage)
  expect(new Set(seen).size).toBe(12)
})

test.each(['ltr', 'rtl'])('%s: the badge sits on the outline at the bottom end, at every size', (dir) => {
  document.documentElement.dir = dir
  for (const size of [16, 24, 40, 64, 128]) {
    render(<WhatsAppAvatar chatId={CHATS.none} name="Ana" size={size} badge />, {
      wrapper: AvatarTestProvider,
    })
    const box = screen.getByRole('img').getBoundingClientRect()
    const badge = document.querySelector('.wa-avatar-badge')?.getBoundingClientRect() ?? new DOMRect()
    const x = badge.x + badge.width / 2 - (box.x + size / 2)
    const y = badge.y + badge.height / 2 - (box.y + size / 2)
    expect(Math.hypot(x, y)).toBeCloseTo(size / 2, 0)
    expect(y).toBeGreaterThan(0)
    expect(Math.sign(x)).toBe(dir === 'rtl' ? -1 : 1)
    cleanup()
  }
})

test.each(['ltr', 'rtl'])('%s: a group is in logical order, overlapping', (dir) => {
  document.documentElement.dir = dir
  render(
    <AvatarGroup max={2} total={9}>
      <WhatsAppAvatar chatId={CHATS.none} name="A" />
      <WhatsAppAvatar chatId={CHATS.hidden} name="B" />
    </AvatarGroup>,
    { wrapper: AvatarTestProvider },
  )
  const lefts = screen.getAllByRole('img').map((img) => img.getBoundingClientRect().left)
  const sorted = [...lefts].sort((a, b) => (dir === 'rtl' ? b - a : a - b))
  expect(lefts).toEqual(sorted)
  expect(Math.abs((lefts[1] ?? 0) - (lefts[0] ?? 0))).toBeLessThan(40)
})

test.each([
  [
    'named sizes, without inline styles',
    <WhatsAppAvatar key="" chatId={CHATS.none} size="xl" style={{ width: '', height: '' }} />,
    64,
  ],
  ['a length', <WhatsAppAvatar key="" chatId={CHATS.none} size="3rem" />, 48],
  ['the default', <WhatsAppAvatar key="" chatId={CHATS.none} />, 40],
])('%s', (_, avatar: ReactElement, expected) => {
  render(avatar, { wrapper: AvatarTestProvider })
  expect(screen.getByRole('img').getBoundingClientRect().width).toBe(expected)
})

test('size null leaves width and height to a class, and the initials follow', () => {
  sheet.textContent += '.size-10 { width: 80px; height: 80px }'
  render(<WhatsAppAvatar chatId={CHATS.none} name="Ana" size={null} className="size-10" />, {
    wrapper: AvatarTestProvider,
  })
  expect(screen.getByRole('img').getBoundingClientRect().width).toBe(80)
  expect(Number.parseFloat(getComputedStyle(screen.getByText('A')).fontSize)).toBeCloseTo(80 * 0.38, 1)
})

test('any rule outside of a layer wins', () => {
  sheet.textContent += '.mine { border-radius: 3px }'
  render(<WhatsAppAvatar chatId={CHATS.none} className="mine" />, { wrapper: AvatarTestProvider })
  expect(getComputedStyle(screen.getByRole('img')).borderRadius).toBe('3px')
})

test('default: a picture shows the moment it is there', async () => {
  const gallery = await createGallery()
  render(
    <AvatarTestProvider answers={answers(gallery.url('a'))} pictures="manual">
      <WhatsAppAvatar chatId={CHATS.found} name="Ana" />
    </AvatarTestProvider>,
  )
  await waitFor(() => expect(screen.getByRole('img').dataset['image']).toBe('loaded'))
  const [picture, fallback] = screen.getByRole('img').children
  expect(picture && getComputedStyle(picture).opacity).toBe('1')
  expect(fallback && getComputedStyle(fallback).visibility).toBe('hidden')
  expect(document.getAnimations()).toEqual([])
})

test('within .wa-avatar-fade one that was not there at once fades in, one from memory does not', async () => {
  document.body.classList.add('wa-avatar-fade')
  const gallery = await createGallery({ hold: true })
  const page = (
    <AvatarTestProvider answers={answers(gallery.url('a'))} pictures="manual">
      <WhatsAppAvatar chatId={CHATS.found} name="Ana" />
    </AvatarTestProvider>
  )
  const { unmount } = render(page)
  await waitFor(async () => expect(await gallery.requests()).toHaveLength(1))
  const picture = (): Element => screen.getByRole('img').querySelector('img') ?? document.body
  expect(getComputedStyle(picture()).opacity).toBe('0')
  await gallery.release()
  await waitFor(() => expect(screen.getByRole('img').dataset['image']).toBe('loaded'))
  const first = picture()
  expect(getComputedStyle(first).transitionProperty).toBe('opacity')
  await Promise.all(first.getAnimations().map(({ finished }) => finished))
  expect(getComputedStyle(first).opacity).toBe('1')
  unmount()
  render(
    <Avatar.Root src={gallery.url('a')} label="Ana" style={{ width: 40, height: 40 }}>
      <Avatar.Image />
    </Avatar.Root>,
  )
  expect(getComputedStyle(picture()).opacity).toBe('1')
  // A browser forgets a picture when the last element that shows it is collected, so the first one is held until here.
  expect(picture()).not.toBe(first)
})

test('where a picture goes, its fallback is there at once, also with a fade', async () => {
  document.body.classList.add('wa-avatar-fade')
  const gallery = await createGallery()
  const page = (src?: string): ReactElement => (
    <Avatar.Root src={src} label="Ana" style={{ width: 40, height: 40 }}>
      <Avatar.Image />
      <Avatar.Fallback>A</Avatar.Fallback>
    </Avatar.Root>
  )
  const { rerender } = render(page(gallery.url('a')))
  await waitFor(() => expect(screen.getByRole('img').dataset['image']).toBe('loaded'))
  await waitFor(() => expect(getComputedStyle(screen.getByText('A')).visibility).toBe('hidden'))
  rerender(page())
  expect(getComputedStyle(screen.getByText('A')).visibility).toBe('visible')
})

test('an interactive avatar works by keyboard and shows its focus', async () => {
  const clicks: string[] = []
  render(
    <WhatsAppAvatar
      chatId={CHATS.none}
      name="Ana"
      onClick={() => clicks.push('Ana')}
      render={<button type="button" aria-label="Ana" />}
    />,
    { wrapper: AvatarTestProvider },
  )
  await userEvent.tab()
  const button = screen.getByRole('button', { name: 'Ana' })
  expect(document.activeElement).toBe(button)
  expect(getComputedStyle(button).outlineStyle).toBe('solid')
  await userEvent.keyboard('{Enter}')
  expect(clicks).toEqual(['Ana'])
})

test('at 200% text size lengths in rem grow, and initials stay inside', () => {
  document.documentElement.style.fontSize = '200%'
  render(<WhatsAppAvatar chatId={CHATS.none} name="Mia Wu" size="2.5rem" />, { wrapper: AvatarTestProvider })
  const root = screen.getByRole('img')
  expect(root.getBoundingClientRect().width).toBe(80)
  const range = document.createRange()
  range.selectNodeContents(screen.getByText('MW'))
  expect(range.getBoundingClientRect().width).toBeLessThan(80)
})

test.each([enLabels, ptBRLabels, esLabels, ruLabels])(
  '$locale: "+N" stays inside of its shape, however it is shortened',
  (labels) => {
    for (const total of [3, 99, 999, 1_299, 128_000]) {
      render(
        <AvatarTestProvider labels={labels}>
          <AvatarGroup max={0} total={total} />
        </AvatarTestProvider>,
      )
      const more = screen.getByRole('img').getBoundingClientRect()
      const figures = screen.getByText(/^\+/).getBoundingClientRect()
      expect(figures.left).toBeGreaterThan(more.left)
      expect(figures.right).toBeLessThan(more.right)
      expect(more.height).toBe(40)
      cleanup()
    }
  },
)

test('a group covers no initials, at small sizes either', () => {
  const names = ['Maria Borges', 'Marta Silva', 'Ana Souza', 'Bruno Lima']
  render(
    <AvatarTestProvider>
      <AvatarGroup size="sm" label="Members">
        {names.map((name) => (
          <WhatsAppAvatar key={name} chatId={undefined} name={name} />
        ))}
      </AvatarGroup>
    </AvatarTestProvider>,
  )
  const avatars = screen.getAllByRole('img')
  expect(avatars).toHaveLength(names.length)
  for (const [index, avatar] of avatars.slice(0, -1).entries()) {
    const text = document.createRange()
    text.selectNodeContents(avatar.querySelector('.wa-avatar-fallback') ?? avatar)
    const next = avatars[index + 1]?.getBoundingClientRect().left ?? 0
    expect(text.getBoundingClientRect().right).toBeLessThanOrEqual(next - 2)
  }
})
