import { AvatarGroup, WhatsAppAvatar } from '@greenapi/react-avatar'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { PEOPLE } from '../kit/chats.js'
import { Shelf, Specimen } from '../kit/Shelf.js'

const avatars = PEOPLE.map(({ chatId, name }) => <WhatsAppAvatar key={chatId} chatId={chatId} name={name} />)

/**
 * Avatars that overlap, and "+N" for those that do not fit, spoken with the true count. Children past `max` are not mounted,
 * so nobody asks for them. Renders a `span` with `role="group"` and `data-hidden`. How far they overlap:
 * `--avatar-overlap`, a share of their size.
 */
const meta = {
  title: 'Group/AvatarGroup',
  component: AvatarGroup,
  args: { label: 'Members', children: avatars },
  argTypes: {
    max: {
      description: 'Most avatars to show; those after it are not mounted.',
      table: { type: { summary: 'number' }, defaultValue: { summary: 'all' } },
      control: { type: 'range', min: 1, max: 10 },
    },
    total: {
      description: 'How many there are in all, where not all of them are children.',
      table: { type: { summary: 'number' } },
      control: { type: 'number', min: 0 },
    },
    size: {
      description: 'The size of all avatars inside.',
      table: { type: { summary: 'AvatarSize' }, defaultValue: { summary: "'md'" } },
      control: { type: 'number', min: 16, max: 160, step: 4 },
    },
    shape: {
      description: 'The shape of all avatars inside.',
      table: { type: { summary: "'circle' | 'rounded' | 'square'" }, defaultValue: { summary: "'circle'" } },
      options: ['circle', 'rounded', 'square'],
      control: 'inline-radio',
    },
    label: { description: 'What the group is, to screen readers.', control: 'text' },
    children: { description: 'The avatars.', table: { type: { summary: 'ReactNode' } }, control: false },
  },
} satisfies Meta<typeof AvatarGroup>
export default meta
type Story = StoryObj<typeof meta>

export const Playground: Story = {
  args: { max: 4, size: 48, shape: 'circle' },
  play: async ({ canvas }) => {
    const group = canvas.getByRole('group', { name: 'Members' })
    await expect(group).toHaveAttribute('data-hidden', '6')
    const avatars = canvas.getAllByRole('img')
    await expect(avatars).toHaveLength(5)
    await expect(avatars[4]).toHaveTextContent('+6')
  },
}

/** `max` counts avatars, the "+N" comes on top. Without it all are shown. */
export const Max: Story = {
  render: (args) => (
    <div className="stack" style={{ gap: 20 }}>
      {[2, 3, 5, undefined].map((max) => (
        <AvatarGroup key={String(max)} {...args} max={max} />
      ))}
    </div>
  ),
}

/**
 * `total` where the app knows of more members than it has at hand: "+N" counts them all, short to
 * the eye and exact to the ear.
 */
export const Total: Story = {
  args: { max: 3, total: 1280 },
  play: async ({ canvas }) => {
    // As each language of the toolbar writes it.
    await expect(canvas.getByRole('img', { name: /1.?277/ })).toHaveTextContent(/^\+1[.,]3/)
  },
}

/** The count in the words and plural forms of the toolbar's language; here in Russian. */
export const Plurals: Story = {
  globals: { locale: 'ru' },
  args: { max: 3, label: 'Участники' },
  render: (args) => (
    <div className="row" style={{ gap: 32 }}>
      {[4, 5, 8].map((total) => (
        <AvatarGroup key={total} {...args} total={total} />
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('img', { name: 'ещё 1 человек' })).toBeVisible()
    await expect(canvas.getByRole('img', { name: 'ещё 2 человека' })).toBeVisible()
    await expect(canvas.getByRole('img', { name: 'ещё 5 человек' })).toBeVisible()
  },
}

export const Sizes: Story = {
  args: { max: 4 },
  render: (args) => (
    <div className="stack" style={{ gap: 20 }}>
      {(['xs', 'sm', 'md', 'lg', 'xl'] as const).map((size) => (
        <AvatarGroup key={size} {...args} size={size} />
      ))}
    </div>
  ),
}

export const Shapes: Story = {
  args: { max: 4, size: 'lg' },
  render: (args) => (
    <Shelf columns={220}>
      {(['circle', 'rounded', 'square'] as const).map((shape) => (
        <Specimen key={shape} title={shape}>
          <AvatarGroup {...args} shape={shape} />
        </Specimen>
      ))}
    </Shelf>
  ),
}

/** The ring takes the colour of the page (`Canvas`); on another surface say so with `--avatar-ring-color`. */
export const OnAnotherSurface: Story = {
  name: 'On another surface',
  args: { max: 4, size: 'lg' },
  render: (args) => (
    <div
      style={{
        display: 'inline-block',
        padding: 20,
        borderRadius: 14,
        background: '#0b3d2e',
        color: '#fff',
        '--avatar-ring-color': '#0b3d2e',
      }}
    >
      <AvatarGroup {...args} />
    </div>
  ),
}

/** From right to left the first avatar is the rightmost; what is read out keeps its order. */
export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl' },
  args: { max: 4, size: 'lg', label: 'الأعضاء' },
  play: async ({ canvas }) => {
    const [first, second] = canvas.getAllByRole('img').map((avatar) => avatar.getBoundingClientRect().left)
    await expect(first).toBeGreaterThan(second ?? Infinity)
  },
}
