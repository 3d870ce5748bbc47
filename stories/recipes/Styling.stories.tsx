import { AvatarProvider, WhatsAppAvatar } from '@greenapi/react-avatar'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server.browser'
import { expect, waitFor } from 'storybook/test'
import { createStoryClient } from '../kit/createStoryClient.js'
import { anna, camila, PICTURE_URLS, rafael, withoutPicture } from '../kit/chats.js'
import * as Ui from './ui/avatar.js'
import styles from './contactAvatar.module.css'
import './utilities.css'

/** Ways to fit the avatar into what you already have. Each is tested as it stands here. */
const meta = {
  title: 'Recipes/Styling',
  component: WhatsAppAvatar,
  parameters: { controls: { disable: true } },
  args: { chatId: camila.chatId },
} satisfies Meta<typeof WhatsAppAvatar>
export default meta
type Story = StoryObj<typeof meta>

/**
 * Tailwind and other utility classes: `size={null}` leaves width and height to your classes; initials and badge scale along.
 * The library's styles are in a cascade layer, so any class of yours outside of a layer wins. With Tailwind 4 name the layers
 * first, `@layer theme, base, wa-avatar, components, utilities;`: then utilities win, and Tailwind's reset of buttons and
 * pictures does not.
 */
export const UtilityClasses: Story = {
  name: 'Utility classes',
  render: () => (
    <div className="row" style={{ gap: 24 }}>
      <WhatsAppAvatar className="size-8" chatId={camila.chatId} name={camila.name} size={null} />
      <WhatsAppAvatar
        className="size-12"
        chatId={withoutPicture.chatId}
        name={withoutPicture.name}
        size={null}
      />
      <WhatsAppAvatar
        className="size-16 rounded-lg ring-2 ring-emerald"
        chatId={rafael.chatId}
        name={rafael.name}
        size={null}
        badge
        badgeLabel="online"
      />
    </div>
  ),
  play: async ({ canvas }) => {
    const avatar = canvas.getByRole('img', { name: 'Rafael Nogueira, online' })
    await expect(avatar.getBoundingClientRect().width).toBe(64)
    await expect(getComputedStyle(avatar).borderRadius).toBe('8px')
  },
}

/** CSS modules: classes by state need no JavaScript, the attributes are there to select on. */
export const CssModules: Story = {
  name: 'CSS modules',
  render: () => (
    <div className="row" style={{ gap: 24 }}>
      {[anna, withoutPicture].map(({ chatId, name }) => (
        <WhatsAppAvatar
          key={chatId}
          className={styles['avatar']}
          chatId={chatId}
          name={name}
          size={64}
          shape="rounded"
        />
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    const initials = canvas.getByRole('img', { name: withoutPicture.name })
    await waitFor(() => expect(initials).toHaveAttribute('data-status', 'none'))
    await waitFor(() => expect(getComputedStyle(initials).filter).toBe('grayscale(1)'))
  },
}

function ServerHtml(): ReactElement {
  const [client] = useState(createStoryClient)
  const html = useMemo(
    () =>
      renderToStaticMarkup(
        <QueryClientProvider client={new QueryClient()}>
          <AvatarProvider client={client} inlineStyles={false}>
            <WhatsAppAvatar chatId={camila.chatId} name={camila.name} size="lg" />
          </AvatarProvider>
        </QueryClientProvider>,
      ),
    [client],
  )
  return (
    <div className="stack">
      <AvatarProvider client={client} inlineStyles={false}>
        <WhatsAppAvatar chatId={camila.chatId} name={camila.name} size="lg" />
      </AvatarProvider>
      <pre className="code" data-testid="html">
        {html}
      </pre>
    </div>
  )
}

/**
 * A Content-Security-Policy without `unsafe-inline`: `inlineStyles={false}` on the provider, `styles.css` in the page and
 * named sizes. Server HTML then has no `style` attribute; this is what it is.
 */
export const StrictCsp: Story = {
  name: 'Strict CSP',
  render: () => <ServerHtml />,
  play: async ({ canvas }) => {
    const html = canvas.getByTestId('html').textContent
    await expect(html).toContain('data-size="lg"')
    await expect(html).not.toContain('style=')
    await expect(canvas.getByRole('img').getBoundingClientRect().width).toBe(48)
  },
}

const CAMILA_PICTURE = PICTURE_URLS.get('woman-curls')

/**
 * From Radix or shadcn/ui: the parts have the same names. One thing moves: `src` goes from `Image` up to `Root`, because the
 * one rendered `<img>` is the picture and Root holds its state. Keep your `ui/avatar.tsx` and the classes in it; see the
 * page on migrating.
 */
export const ShadcnAvatar: Story = {
  name: 'shadcn/ui',
  render: () => (
    <div className="row" style={{ gap: 24 }}>
      <Ui.Avatar src={CAMILA_PICTURE} label="Camila Duarte">
        <Ui.AvatarImage />
        <Ui.AvatarFallback>CD</Ui.AvatarFallback>
      </Ui.Avatar>
      <Ui.Avatar label="Lucía Herrera" className="size-12 rounded-lg">
        <Ui.AvatarImage />
        <Ui.AvatarFallback>LH</Ui.AvatarFallback>
      </Ui.Avatar>
    </div>
  ),
  play: async ({ canvas }) => {
    const avatar = canvas.getByRole('img', { name: 'Camila Duarte' })
    await waitFor(() => expect(avatar).toHaveAttribute('data-image', 'loaded'))
  },
}
