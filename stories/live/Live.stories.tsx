import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { LiveInbox } from './LiveInbox.js'

/**
 * The whole way in one page: `WhatsAppAvatar`, the client, the real server package and the GREEN-API simulator behind it.
 * Only the network between browser and server is missing. Switch what goes wrong, scroll, and start again.
 */
const meta = {
  title: 'Live',
  component: LiveInbox,
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta<typeof LiveInbox>
export default meta
type Story = StoryObj<typeof meta>

const avatarIn = (state: string): string => `.live-list .wa-avatar[${state}]`

export const Inbox: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector(avatarIn('data-image="loaded"'))).toBeVisible())
  },
}

export const SlowAnswers: Story = { name: 'Slow answers', args: { initialFault: 'slow' } }

export const TooManyRequests: Story = {
  name: '429: too many requests',
  args: { initialFault: 'rateLimited' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector(avatarIn('data-image="loaded"'))).toBeVisible())
    await expect(canvasElement.querySelector(avatarIn('data-status="error"'))).toBeNull()
  },
}

export const QuotaUsedUp: Story = {
  name: '466: quota used up',
  args: { initialFault: 'quota' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector(avatarIn('data-status="error"'))).toBeVisible())
  },
}

export const Outage: Story = { args: { initialFault: 'outage' } }

export const DeadPictures: Story = {
  name: 'Dead pictures',
  args: { initialFault: 'deadPictures' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector(avatarIn('data-image="error"'))).toBeVisible())
  },
}
