import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { hidden, noAccount, PEOPLE, withoutPicture } from '../kit/chats.js'
import { createStoryClient } from '../kit/createStoryClient.js'
import { WhoHasAPicture } from './WhoHasAPicture.js'
import { sourceOf } from './sourceOf.js'
import './hooks.css'

/**
 * Many answers at once: `avatarQueryOptions(client, chatId)` of `@greenapi/avatar-core/query` are plain TanStack Query
 * options, for `useQueries`, for prefetching on a server, for `queryClient.setQueryData`. All ids asked for in one moment
 * travel in one request, at most 100 in each.
 */
const meta = {
  title: 'Hooks/useQueries',
  component: WhoHasAPicture,
  parameters: {
    controls: { disable: true },
    docs: { source: { code: sourceOf('WhoHasAPicture'), language: 'tsx' }, canvas: { sourceState: 'shown' } },
  },
  args: {
    client: createStoryClient(),
    chatIds: [...PEOPLE, withoutPicture, hidden, noAccount].map(({ chatId }) => chatId),
  },
} satisfies Meta<typeof WhoHasAPicture>
export default meta
type Story = StoryObj<typeof meta>

/** A wall of those who have a picture, which only the answers tell. */
export const ManyAtOnce: Story = {
  name: 'Many at once',
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('10 of 13 have a picture')).toBeVisible()
  },
}
