import { AvatarGroup, AvatarMosaic, WhatsAppAvatar } from '@greenapi/react-avatar'
import type { AvatarMosaicProps } from '@greenapi/react-avatar'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'
import { expect, waitFor } from 'storybook/test'
import { avatarArgTypes } from '../component/avatarArgTypes.js'
import { bookClub, failing, football, hidden, noAccount, PEOPLE, withoutPicture } from '../kit/chats.js'
import { Shelf, Specimen } from '../kit/Shelf.js'

const IDS = PEOPLE.map(({ chatId }) => chatId)
const NAMES = Object.fromEntries([...PEOPLE, withoutPicture].map(({ chatId, name }) => [chatId, name]))

/**
 * Up to four members' avatars in one, to be a group's `fallback`. There it asks for the members only once it is clear that
 * the group has no picture of its own. Alone it takes `size`, `shape` and a `label`. Renders a `span` with `data-shown`, alone
 * also with `data-size` and `data-shape`.
 */
const meta = {
  title: 'Mosaic/AvatarMosaic',
  component: AvatarMosaic,
  args: { chatIds: IDS.slice(0, 4) },
  argTypes: {
    chatIds: {
      description: 'The members’ chat ids; the first four are shown.',
      table: { type: { summary: 'readonly string[]' } },
      control: false,
    },
    names: {
      description: 'Their names, a record by chat id, for initials.',
      table: { type: { summary: 'Record<string, string>' } },
      control: false,
    },
    size: { ...avatarArgTypes.size, description: 'Alone: as of an avatar.' },
    shape: { ...avatarArgTypes.shape, description: 'Alone: as of an avatar.' },
    label: {
      description: 'The accessible name, where the mosaic stands alone.',
      table: { type: { summary: 'string' } },
      control: 'text',
    },
  },
} satisfies Meta<typeof AvatarMosaic>
export default meta
type Story = StoryObj<typeof meta>

/** As it is meant: in the place of a group's missing picture. The group keeps its name. */
export const AsAFallback: Story = {
  name: 'As a fallback',
  render: () => (
    <Shelf columns={140}>
      <Specimen title="no group picture" note="the members show">
        <WhatsAppAvatar
          chatId={bookClub.chatId}
          name={bookClub.name}
          size={96}
          fallback={<AvatarMosaic chatIds={IDS} names={NAMES} />}
        />
      </Specimen>
      <Specimen title="a group picture" note="no member is asked for">
        <WhatsAppAvatar
          chatId={football.chatId}
          name={football.name}
          size={96}
          fallback={<AvatarMosaic chatIds={IDS} names={NAMES} />}
        />
      </Specimen>
    </Shelf>
  ),
  play: async ({ canvas }) => {
    const group = await canvas.findByRole('img', { name: bookClub.name })
    await waitFor(() => expect(group.querySelectorAll('[data-image="loaded"]')).toHaveLength(4))
    await expect(canvas.getAllByRole('img')).toHaveLength(2)
  },
}

function Mosaics({ of }: { of: readonly AvatarMosaicProps[] }): ReactElement {
  return (
    <Shelf columns={120}>
      {of.map((props) => (
        <Specimen key={props.chatIds.length} title={props.chatIds.length}>
          <WhatsAppAvatar
            chatId={bookClub.chatId}
            name={bookClub.name}
            size={72}
            fallback={<AvatarMosaic {...props} />}
          />
        </Specimen>
      ))}
    </Shelf>
  )
}

/** One to four members; those without a picture show their initials. */
export const HowMany: Story = {
  name: 'How many',
  render: () => {
    const ids = [withoutPicture.chatId, ...IDS]
    return <Mosaics of={[1, 2, 3, 4].map((count) => ({ chatIds: ids.slice(0, count), names: NAMES }))} />
  },
}

/** Members without a picture and without a name show their glyph, as round as elsewhere in the tall tiles too. */
export const Glyphs: Story = {
  render: () => {
    const ids = [hidden, noAccount, failing, withoutPicture].map(({ chatId }) => chatId)
    return <Mosaics of={[2, 3, 4].map((count) => ({ chatIds: ids.slice(-count) }))} />
  },
  play: async ({ canvas }) => {
    const [first] = await canvas.findAllByRole('img', { name: bookClub.name })
    await waitFor(() => expect(first?.querySelectorAll('[data-glyph]')).toHaveLength(2))
    for (const tile of first?.querySelectorAll('[data-glyph]') ?? []) {
      const { width, height } = getComputedStyle(tile, '::after')
      await expect(Number.parseFloat(width)).toBeCloseTo(Number.parseFloat(height), 1)
    }
  },
}

/** It fits any size and shape of the avatar around it. */
export const SizesAndShapes: Story = {
  name: 'Sizes and shapes',
  render: () => (
    <div className="row" style={{ alignItems: 'end', gap: 24 }}>
      {[32, 40, 48, 64, 96].map((size) => (
        <WhatsAppAvatar
          key={size}
          chatId={bookClub.chatId}
          name={bookClub.name}
          size={size}
          shape={size === 64 ? 'rounded' : size === 96 ? 'square' : 'circle'}
          fallback={<AvatarMosaic chatIds={IDS} names={NAMES} />}
        />
      ))}
    </div>
  ),
}

/** For what is no chat of its own: a box like an avatar, in the line of text, with a `label`. */
export const Alone: Story = {
  args: { chatIds: IDS, names: NAMES, label: 'Night shift' },
  render: (args) => (
    <div className="row" style={{ alignItems: 'center', gap: 24 }}>
      <AvatarMosaic {...args} />
      <AvatarMosaic {...args} label="Early shift" size="xl" shape="rounded" chatIds={IDS.slice(4)} />
      <AvatarMosaic {...args} label="Weekend" size={96} chatIds={IDS.slice(2, 5)} />
      <AvatarGroup label="All shifts" size="lg">
        <AvatarMosaic {...args} label="Late shift" chatIds={IDS.slice(1, 5)} />
        <WhatsAppAvatar chatId={football.chatId} name={football.name} />
        <AvatarMosaic {...args} label="Stand-in" chatIds={IDS.slice(5, 7)} />
      </AvatarGroup>
    </div>
  ),
  play: async ({ canvas }) => {
    const alone = await canvas.findByRole('img', { name: 'Night shift' })
    await waitFor(() => expect(alone.querySelectorAll('[data-image="loaded"]')).toHaveLength(4))
    await expect(alone.getBoundingClientRect()).toMatchObject({ width: 40, height: 40 })
    await expect(canvas.getByRole('img', { name: 'Early shift' }).getBoundingClientRect().width).toBe(64)
  },
}
