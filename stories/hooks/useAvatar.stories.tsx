import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { broken, camila, failing, hidden, noAccount, pending, withoutPicture } from '../kit/chats.js'
import { ContactCard } from './ContactCard.js'
import { sourceOf } from './sourceOf.js'
import './hooks.css'

/**
 * The answer as a TanStack Query result, for an interface of your own: `data` is `{ status: 'found', url, … }` or one of
 * `none`, `hidden`, `no_account`; `error` is an `AvatarError` with a `code`. `active: false` reads the cache and asks
 * nothing; `useNearViewport` tells when to ask. Every avatar of the same chat shares the one answer.
 */
const meta = {
  title: 'Hooks/useAvatar',
  component: ContactCard,
  parameters: {
    controls: { disable: true },
    docs: { source: { code: sourceOf('ContactCard'), language: 'tsx' } },
  },
  args: { chatId: camila.chatId, name: camila.name },
} satisfies Meta<typeof ContactCard>
export default meta
type Story = StoryObj<typeof meta>

/** A card with a square picture and words for the status. */
export const BuildYourOwn: Story = {
  name: 'Build your own',
  parameters: { docs: { canvas: { sourceState: 'shown' } } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Has a picture')).toBeVisible()
  },
}

/** The same card in each state. */
export const EveryState: Story = {
  name: 'Every state',
  render: () => (
    <div className="cards">
      {[camila, withoutPicture, hidden, noAccount, pending, failing, broken].map(({ chatId, name }) => (
        <ContactCard key={chatId} chatId={chatId} name={name} />
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Could not ask: forbidden')).toBeVisible()
    await expect(canvas.getByText('Asking…')).toBeVisible()
  },
}
