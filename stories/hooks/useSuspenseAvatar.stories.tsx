import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { camila, pending, withoutPicture } from '../kit/chats.js'
import { Portraits } from './Portraits.js'
import { sourceOf } from './sourceOf.js'
import './hooks.css'

/**
 * For pages that wait with `<Suspense>`: it suspends until there is an answer, and throws the `AvatarError` to the nearest
 * error boundary. It always asks, wherever it is on the page; for lists, take `WhatsAppAvatar`.
 */
const meta = {
  title: 'Hooks/useSuspenseAvatar',
  component: Portraits,
  parameters: {
    controls: { disable: true },
    docs: { source: { code: sourceOf('Portraits'), language: 'tsx' }, canvas: { sourceState: 'shown' } },
  },
  args: { people: [camila, withoutPicture, pending] },
} satisfies Meta<typeof Portraits>
export default meta
type Story = StoryObj<typeof meta>

/** Two that have an answer, and one that waits for it. */
export const WithSuspense: Story = {
  name: 'With suspense',
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('found')).toBeVisible()
    await expect(await canvas.findByText('Asking…')).toBeVisible()
  },
}
