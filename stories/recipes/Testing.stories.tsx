import { WhatsAppAvatar } from '@greenapi/react-avatar'
import { AvatarError, AvatarTestProvider } from '@greenapi/react-avatar/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { PICTURE_URLS } from '../kit/chats.js'
import { Shelf, Specimen } from '../kit/Shelf.js'

/**
 * `AvatarTestProvider` of `@greenapi/react-avatar/testing`: canned answers for your own stories and tests, no network, every
 * avatar counts as near the viewport. In jsdom and happy-dom, which load nothing, it has the rendered pictures load or fail.
 */
const meta = {
  title: 'Recipes/Testing',
  component: AvatarTestProvider,
  parameters: { controls: { disable: true } },
} satisfies Meta<typeof AvatarTestProvider>
export default meta
type Story = StoryObj<typeof meta>

/** An answer for each chat; chats without one have no picture, a promise that never settles stays pending. */
export const CannedAnswers: Story = {
  name: 'Canned answers',
  args: {
    answers: {
      '5521999990000@c.us': {
        status: 'found',
        url: PICTURE_URLS.get('woman-braid') ?? '',
        freshForMs: 60_000,
      },
      '5521999990001@c.us': { status: 'hidden', freshForMs: 60_000 },
      '5521999990002@c.us': new AvatarError('rate_limited'),
      '5521999990003@c.us': new Promise(() => {}),
    },
    children: (
      <Shelf columns={120}>
        {['found', 'hidden', 'error', 'pending', 'none'].map((status, index) => (
          <Specimen key={status} title={<code>{status}</code>}>
            <WhatsAppAvatar chatId={`552199999000${index}@c.us`} size={64} data-testid={status} />
          </Specimen>
        ))}
      </Shelf>
    ),
  },
  play: async ({ canvas }) => {
    for (const status of ['found', 'hidden', 'error', 'pending', 'none']) {
      await waitFor(() => expect(canvas.getByTestId(status)).toHaveAttribute('data-status', status))
    }
  },
}
