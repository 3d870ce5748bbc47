import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { compile } from 'tailwindcss'
import preflight from 'tailwindcss/preflight.css?raw'
import theme from 'tailwindcss/theme.css?raw'
import utilities from 'tailwindcss/utilities.css?raw'
import { afterEach, expect, test } from 'vitest'
import modules from '../../../stories/recipes/contactAvatar.module.css'
import readme from '../README.md?raw'
import { WhatsAppAvatar } from './index.js'
import styles from './styles.css?inline'
import { AvatarTestProvider } from './testing/index.js'

afterEach(() => {
  cleanup()
  for (const sheet of document.querySelectorAll('style[data-test]')) sheet.remove()
})

function addSheet(css: string): void {
  const sheet = document.createElement('style')
  sheet.dataset['test'] = ''
  sheet.textContent = css
  document.head.append(sheet)
}

const CHAT = '5521999990000@c.us'
const [LAYERS = ''] = /@layer theme, .+?;/.exec(readme) ?? []
const SHEETS: Readonly<Record<string, string>> = { theme, preflight, utilities }

/** What Tailwind makes of these classes, in an app that names the layers as the README says, and then our own looks. */
async function addTailwind(classes: readonly string[]): Promise<void> {
  const tailwind = await compile(
    `${LAYERS}
    @import 'theme' layer(theme);
    @import 'preflight' layer(base);
    @import 'utilities' layer(utilities);`,
    {
      base: '/',
      loadStylesheet: async (id) => ({ path: id, base: '/', content: SHEETS[id] ?? '' }),
    },
  )
  addSheet(tailwind.build([...classes]))
  addSheet(styles)
}

test('default: Tailwind gives the size, wins over our looks, and initials scale along', async () => {
  await addTailwind(['size-20', 'rounded-lg'])
  render(<WhatsAppAvatar chatId={CHAT} name="Ana" size={null} className="size-20 rounded-lg" />, {
    wrapper: AvatarTestProvider,
  })
  const avatar = screen.getByRole('img', { name: 'Ana' })
  expect(avatar.getBoundingClientRect().width).toBe(80)
  expect(getComputedStyle(avatar).borderRadius).toBe('8px')
  expect(Number.parseFloat(getComputedStyle(screen.getByText('A')).fontSize)).toBeCloseTo(80 * 0.38, 1)
})

test('Tailwind: the colour behind initials, as the README writes it', async () => {
  const utility = /\[--avatar-background:\S+?\](?=`)/.exec(readme)?.[0] ?? 'none in the README'
  await addTailwind([utility])
  render(<WhatsAppAvatar chatId={CHAT} name="Ana" className={utility} />, { wrapper: AvatarTestProvider })
  const swatch = document.createElement('i')
  swatch.style.color = 'var(--color-sky-700)'
  screen.getByRole('img', { name: 'Ana' }).append(swatch)
  const { color } = getComputedStyle(swatch)
  expect(color).toMatch(/^oklch\(/)
  expect(getComputedStyle(screen.getByText('A')).backgroundColor).toBe(color)
})

test('Tailwind: a variant of an attribute, and a class by state', async () => {
  await addTailwind(['data-[status=none]:opacity-60', 'animate-pulse'])
  render(
    <AvatarTestProvider answers={{ '5521999990001@c.us': new Promise(() => {}) }}>
      <WhatsAppAvatar chatId={CHAT} name="Ana" className="data-[status=none]:opacity-60" />
      <WhatsAppAvatar
        chatId="5521999990001@c.us"
        name="Bia"
        className={({ status }) => (status === 'pending' ? 'animate-pulse' : undefined)}
      />
    </AvatarTestProvider>,
  )
  const styleOf = (name: string): CSSStyleDeclaration => getComputedStyle(screen.getByRole('img', { name }))
  await waitFor(() => expect(styleOf('Ana').opacity).toBe('0.6'))
  expect(styleOf('Bia').animationName).toBe('pulse')
})

test('Tailwind: its reset of buttons and of spaces leaves the avatar as it is', async () => {
  await addTailwind([])
  render(
    <WhatsAppAvatar
      chatId={CHAT}
      name="Ana"
      badge="3"
      badgeLabel="3 unread"
      // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the avatar names it
      render={<button type="button" />}
    />,
    { wrapper: AvatarTestProvider },
  )
  const button = screen.getByRole('button')
  expect(getComputedStyle(button).borderRadius).toBe('50%')
  expect(Number.parseFloat(getComputedStyle(screen.getByText('3')).paddingLeft)).toBeGreaterThan(0)
  expect(button.getBoundingClientRect().width).toBe(40)
})

test('CSS modules: a class of a real module sets a property of ours, and selects on the state', async () => {
  addSheet(styles)
  expect(modules['avatar']).toMatch(/^_avatar_/)
  render(<WhatsAppAvatar chatId={CHAT} name="Ana" shape="rounded" className={modules['avatar']} />, {
    wrapper: AvatarTestProvider,
  })
  const style = getComputedStyle(screen.getByRole('img', { name: 'Ana' }))
  expect(style.borderRadius).toBe('14px')
  await waitFor(() => expect(style.filter).toBe('grayscale(1)'))
})
