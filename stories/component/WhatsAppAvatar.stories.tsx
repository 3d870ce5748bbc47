import { AVATAR_SIZES, WhatsAppAvatar } from '@greenapi/react-avatar'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { anna, arjun, camila, fatima, football, margaret, rafael } from '../kit/chats.js'
import { Shelf, Specimen } from '../kit/Shelf.js'
import { avatarArgTypes } from './avatarArgTypes.js'

/**
 * The drop-in: give it a chat id and a name. It asks the backend when it comes near the viewport, shows the picture, and
 * initials or a glyph as long as there is none. It renders a `span` with `data-status`, `data-image`, `data-color`,
 * `data-shape` and `data-size`, and passes every other prop of a `span` on.
 */
const meta = {
  title: 'Component/WhatsAppAvatar',
  component: WhatsAppAvatar,
  argTypes: avatarArgTypes,
  args: { chatId: camila.chatId, name: camila.name },
} satisfies Meta<typeof WhatsAppAvatar>
export default meta
type Story = StoryObj<typeof meta>

/** Change anything below. `chatId` takes the id of any chat of these stories, or a phone number in any form. */
export const Playground: Story = {
  args: {
    size: 96,
    shape: 'circle',
    loading: 'lazy',
    badge: true,
    badgeLabel: 'online',
    decorative: false,
  },
  play: async ({ canvas }) => {
    const avatar = await canvas.findByRole('img', { name: 'Camila Duarte, online' })
    await waitFor(() => expect(avatar.dataset).toMatchObject({ status: 'found', image: 'loaded' }))
  },
}

const NUMBERS = [16, 20, 24, 32, 40, 48, 64, 96, 128, 160]

/** Named sizes: `xs` 24, `sm` 32, `md` 40 (the default), `lg` 48, `xl` 64, `2xl` 96 CSS pixels. */
export const NamedSizes: Story = {
  name: 'Named sizes',
  render: () => (
    <div className="row" style={{ alignItems: 'end', gap: 28 }}>
      {(['xs', 'sm', 'md', 'lg', 'xl', '2xl'] as const).map((size) => (
        <Specimen key={size} title={size} note={`${AVATAR_SIZES[size]} px`}>
          <WhatsAppAvatar chatId={rafael.chatId} name={rafael.name} size={size} />
        </Specimen>
      ))}
    </div>
  ),
}

/** A number is CSS pixels; a string is any CSS length. Initials, glyphs and badges scale along. */
export const AnySize: Story = {
  name: 'Any size',
  render: () => (
    <div className="stack" style={{ gap: 28 }}>
      {[anna, undefined].map((chat) => (
        <div className="row" key={String(chat?.chatId)} style={{ alignItems: 'end', gap: 20 }}>
          {NUMBERS.map((size) => (
            <Specimen key={size} title={size}>
              <WhatsAppAvatar
                chatId={chat?.chatId ?? '5521999990077@c.us'}
                name={chat?.name ?? 'Ana Beatriz Rocha'}
                size={size}
                badge={size > 20}
              />
            </Specimen>
          ))}
        </div>
      ))}
      <div style={{ fontSize: 28 }} className="row">
        <WhatsAppAvatar chatId={camila.chatId} name={camila.name} size="1.4em" decorative />
        <span>size="1.4em" follows the text</span>
      </div>
    </div>
  ),
  play: async ({ canvas }) => {
    const [smallest] = await canvas.findAllByRole('img', { name: anna.name })
    await expect(smallest?.getBoundingClientRect().width).toBe(16)
  },
}

/** Circle, a square with soft corners (`--avatar-radius`), a plain square. */
export const Shapes: Story = {
  render: () => (
    <Shelf columns={140}>
      {(['circle', 'rounded', 'square'] as const).map((shape) => (
        <Specimen key={shape} title={shape}>
          <WhatsAppAvatar chatId={margaret.chatId} name={margaret.name} size={64} shape={shape} badge />
          <WhatsAppAvatar chatId="5521999990078@c.us" name="João Pedro" size={64} shape={shape} badge />
        </Specimen>
      ))}
      <Specimen title="rounded" note="--avatar-radius: 10px">
        <WhatsAppAvatar
          chatId={football.chatId}
          name={football.name}
          size={64}
          shape="rounded"
          style={{ '--avatar-radius': '10px' }}
        />
      </Specimen>
    </Shelf>
  ),
}

/** A ring is two custom properties, so it can come from a class, a style or anything around the avatar. */
export const Rings: Story = {
  render: () => (
    <Shelf columns={140}>
      <Specimen title="none" note="the default">
        <WhatsAppAvatar chatId={fatima.chatId} name={fatima.name} size={64} />
      </Specimen>
      <Specimen title="2px" note="of your accent">
        <WhatsAppAvatar
          chatId={fatima.chatId}
          name={fatima.name}
          size={64}
          style={{ '--avatar-ring-width': '2px', '--avatar-ring-color': '#16a34a' }}
        />
      </Specimen>
      <Specimen title="4px" note="on another surface">
        <span
          style={{
            background: 'linear-gradient(120deg, #0ea5e9, #6366f1)',
            margin: -8,
            padding: 8,
            borderRadius: 12,
          }}
        >
          <WhatsAppAvatar
            chatId={fatima.chatId}
            name={fatima.name}
            size={64}
            style={{ '--avatar-ring-width': '4px' }}
          />
        </span>
      </Specimen>
      <Specimen title="story" note="ring and gap of your own">
        <WhatsAppAvatar
          chatId={fatima.chatId}
          name={fatima.name}
          size={64}
          style={{ outline: '2px solid #16a34a', outlineOffset: 3 }}
        />
      </Specimen>
    </Shelf>
  ),
}

const SIZES_WITH_BADGE = [24, 32, 48, 64, 96]

/**
 * `badge` puts something at the bottom end, on the edge of any shape and size. It says nothing by itself: `badgeLabel` joins
 * the accessible name. Colour and height: `--avatar-badge-color`, `--avatar-badge-size`.
 */
export const Badges: Story = {
  render: () => (
    <div className="stack" style={{ gap: 28 }}>
      <div className="row" style={{ alignItems: 'end', gap: 24 }}>
        {SIZES_WITH_BADGE.map((size) => (
          <WhatsAppAvatar
            key={size}
            chatId={camila.chatId}
            name={camila.name}
            size={size}
            badge
            badgeLabel="online"
          />
        ))}
      </div>
      <div className="row" style={{ alignItems: 'end', gap: 24 }}>
        {SIZES_WITH_BADGE.map((size, index) => (
          <WhatsAppAvatar
            key={size}
            chatId={arjun.chatId}
            name={arjun.name}
            size={size}
            badge={[1, 3, 12, 47, '99+'][index]}
            badgeLabel={`${[1, 3, 12, 47, 'over 99'][index]} unread`}
          />
        ))}
      </div>
      <div className="row" style={{ gap: 24 }}>
        {(['circle', 'rounded', 'square'] as const).map((shape) => (
          <WhatsAppAvatar
            key={shape}
            chatId={margaret.chatId}
            name={margaret.name}
            size={64}
            shape={shape}
            badge
            badgeLabel="away"
            style={{ '--avatar-badge-color': '#d97706' }}
          />
        ))}
      </div>
    </div>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('img', { name: 'Camila Duarte, online' })).toHaveLength(5)
    await expect(canvas.getByRole('img', { name: 'अर्जुन मेहता, 3 unread' })).toHaveTextContent('3')
  },
}

/** The same from right to left: the badge moves to the other side. */
export const BadgesRightToLeft: Story = {
  name: 'Badges right to left',
  globals: { direction: 'rtl' },
  render: () => (
    <div className="row" style={{ gap: 24 }}>
      {SIZES_WITH_BADGE.map((size) => (
        <WhatsAppAvatar
          key={size}
          chatId={fatima.chatId}
          name={fatima.name}
          size={size}
          badge={size > 40 ? 5 : true}
          badgeLabel="متصل"
        />
      ))}
    </div>
  ),
  play: async ({ canvasElement }) => {
    const avatar = canvasElement.querySelector('.wa-avatar')?.getBoundingClientRect()
    const badge = canvasElement.querySelector('.wa-avatar-badge')?.getBoundingClientRect()
    await expect(badge?.left).toBeLessThan((avatar?.left ?? 0) + 4)
  },
}
