import { WhatsAppAvatar } from '@greenapi/react-avatar'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { expect, userEvent, waitFor } from 'storybook/test'
import {
  bookClub,
  broken,
  camila,
  failing,
  football,
  hidden,
  noAccount,
  pending,
  rafael,
  slow,
  withoutPicture,
} from '../kit/chats.js'
import type { StoryChat } from '../kit/chats.js'
import { Shelf, Specimen } from '../kit/Shelf.js'
import './states.css'

/**
 * Two attributes say all there is to know, and styles and functions may depend on them: `data-status`, what is known about
 * the answer, and `data-image`, what the one rendered `<img>` is doing. In each of them the avatar has the same box, the
 * same colour and the same accessible name.
 */
const meta = {
  title: 'Component/States',
  component: WhatsAppAvatar,
  parameters: { controls: { disable: true } },
  args: { chatId: camila.chatId },
} satisfies Meta<typeof WhatsAppAvatar>
export default meta
type Story = StoryObj<typeof meta>

const STATUSES: readonly (readonly [status: string, note: string, chat: StoryChat | undefined])[] = [
  ['idle', 'nobody has asked', undefined],
  ['pending', 'asked, no answer yet', pending],
  ['found', 'there is a picture', camila],
  ['none', 'no picture', withoutPicture],
  ['hidden', 'kept private', hidden],
  ['no_account', 'not on WhatsApp', noAccount],
  ['error', 'could not be asked', failing],
]

const shelfOf = (isNamed: boolean): ReactElement => (
  <Shelf columns={116}>
    {STATUSES.map(([status, note, chat]) => (
      <Specimen key={status} title={<code>{status}</code>} note={note}>
        <WhatsAppAvatar
          chatId={chat?.chatId}
          name={isNamed ? (chat?.name ?? 'Nina Roth') : undefined}
          size={64}
          data-testid={status}
        />
      </Specimen>
    ))}
  </Shelf>
)

/** With a name: initials stand in wherever there is no picture, so the person stays recognisable. */
export const Statuses: Story = {
  render: () => shelfOf(true),
  play: async ({ canvas }) => {
    for (const [status] of STATUSES) {
      await waitFor(() => expect(canvas.getByTestId(status)).toHaveAttribute('data-status', status))
    }
  },
}

/** Without a name: a glyph, and a different one for each reason. They differ in shape, not in colour alone. */
export const StatusesWithoutName: Story = {
  name: 'Statuses without name',
  render: () => shelfOf(false),
  play: async ({ canvas }) => {
    for (const glyph of ['hidden', 'no_account', 'error']) {
      await waitFor(() =>
        expect(canvas.getByTestId(glyph).querySelector('[data-glyph]')).toHaveAttribute('data-glyph', glyph),
      )
    }
  },
}

/** Groups have a glyph of their own. */
export const Groups: Story = {
  render: () => (
    <Shelf columns={116}>
      <Specimen title="with a picture">
        <WhatsAppAvatar chatId={football.chatId} name={football.name} size={64} />
      </Specimen>
      <Specimen title="without one">
        <WhatsAppAvatar chatId={bookClub.chatId} name={bookClub.name} size={64} />
      </Specimen>
      <Specimen title="and without a name">
        <WhatsAppAvatar chatId={bookClub.chatId} size={64} />
      </Specimen>
    </Shelf>
  ),
}

/** What `data-image` says. The stories hold the second picture back with CSS, as a very slow network would. */
export const PictureStates: Story = {
  name: 'Picture states',
  render: () => (
    <Shelf columns={116}>
      <Specimen title={<code>idle</code>} note="there is none to show">
        <WhatsAppAvatar
          chatId={withoutPicture.chatId}
          name={withoutPicture.name}
          size={64}
          data-testid="idle"
        />
      </Specimen>
      <Specimen title={<code>loading</code>} note="on its way">
        <WhatsAppAvatar
          className="held-back"
          chatId={slow.chatId}
          name={slow.name}
          size={64}
          data-testid="loading"
        />
      </Specimen>
      <Specimen title={<code>loaded</code>} note="painted">
        <WhatsAppAvatar chatId={camila.chatId} name={camila.name} size={64} data-testid="loaded" />
      </Specimen>
      <Specimen title={<code>error</code>} note="the link is dead">
        <WhatsAppAvatar chatId={broken.chatId} name={broken.name} size={64} data-testid="error" />
      </Specimen>
    </Shelf>
  ),
  play: async ({ canvas }) => {
    for (const image of ['idle', 'loading', 'loaded', 'error']) {
      await waitFor(() => expect(canvas.getByTestId(image)).toHaveAttribute('data-image', image))
    }
  },
}

function SlowPicture(): ReactElement {
  const [isHeld, setIsHeld] = useState(true)
  return (
    <div className="row">
      <WhatsAppAvatar
        className={isHeld ? 'wa-avatar-fade held-back' : 'wa-avatar-fade'}
        chatId={slow.chatId}
        name={slow.name}
        size={96}
      />
      <button type="button" className="button" onClick={() => setIsHeld(false)} disabled={!isHeld}>
        Let the picture through
      </button>
    </div>
  )
}

/** Initials show until the picture is there: no empty circle, no jump. Here the class `wa-avatar-fade` lets it fade in over them. */
export const SlowNetwork: Story = {
  name: 'Slow network',
  render: () => <SlowPicture />,
  play: async ({ canvas }) => {
    const avatar = await canvas.findByRole('img', { name: slow.name })
    await waitFor(() => expect(avatar.dataset['image']).toBe('loading'))
    await userEvent.click(canvas.getByRole('button'))
    await waitFor(() => expect(avatar.dataset['image']).toBe('loaded'))
  },
}

function FarAway(): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroller without links must take focus to be scrolled by key
    <section className="scroller" aria-label="A long list" tabIndex={0}>
      <p className="hint">
        Two avatars wait 3,000 pixels below. Scroll: the lazy one is asked for on the way there.
      </p>
      <div className="scroller-gap" />
      <Shelf columns={116}>
        <Specimen title="lazy" note="asks when it comes near">
          <WhatsAppAvatar chatId={camila.chatId} name={camila.name} size={64} data-testid="lazy" />
        </Specimen>
        <Specimen title="eager" note="has asked at once">
          <WhatsAppAvatar
            chatId={rafael.chatId}
            name={rafael.name}
            size={64}
            loading="eager"
            data-testid="eager"
          />
        </Specimen>
      </Shelf>
    </section>
  )
}

/**
 * `loading="lazy"`, the default: an avatar far from the viewport makes no query and no request, inside inner scrollers too.
 * `eager` asks at once, for the few that matter most.
 */
export const LazyAndEager: Story = {
  name: 'Lazy and eager',
  render: () => <FarAway />,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('eager')).toHaveAttribute('data-image', 'loaded'))
    await expect(canvas.getByTestId('lazy')).toHaveAttribute('data-status', 'idle')
  },
}
