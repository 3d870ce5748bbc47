import { Avatar } from '@greenapi/react-avatar'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { expect, userEvent, waitFor } from 'storybook/test'
import { camila, PEOPLE, PICTURE_URLS } from '../kit/chats.js'
import type { StoryChat } from '../kit/chats.js'
import { Shelf, Specimen } from '../kit/Shelf.js'

const pictureOf = ({ answer }: StoryChat): string | undefined =>
  typeof answer === 'object' ? PICTURE_URLS.get(answer.picture) : undefined

const BROKEN_URL = 'data:image/jpeg;base64,/9j/'
const SIZE = { width: 64, height: 64 }

/**
 * The parts, for pictures from anywhere and markup of your own: `Avatar.Root` takes `src`, `srcSet` and `sizes` and holds
 * the state, the others read it. They ask no backend and need no provider. The size is yours to set.
 *
 * | part | renders | has |
 * | --- | --- | --- |
 * | `Avatar.Root` | `span.wa-avatar` | `data-status`, `data-image`, `data-size="none"`, the accessible name |
 * | `Avatar.Image` | `img.wa-avatar-image`, as long as there is a `src` | `loading="lazy"`, an empty `alt` |
 * | `Avatar.Fallback` | `span.wa-avatar-fallback`, under the picture | hidden from screen readers |
 * | `Avatar.Badge` | `span.wa-avatar-badge`, a dot when empty | hidden from screen readers |
 *
 * Every part takes the props of its element, a ref, and `className`, `style` and `render` by state.
 */
const meta = {
  title: 'Parts/Avatar',
  component: Avatar.Root,
  argTypes: {
    src: {
      description: 'The picture’s url. Undefined: there is none, and the fallback shows.',
      control: 'text',
    },
    srcSet: { description: 'As of an `<img>`.', table: { type: { summary: 'string' } }, control: 'text' },
    sizes: { description: 'As of an `<img>`.', table: { type: { summary: 'string' } }, control: 'text' },
    status: {
      description: 'What `data-status` says.',
      table: {
        type: { summary: 'AvatarStatus' },
        defaultValue: { summary: "'found' with a src, else 'idle'" },
      },
      options: ['idle', 'pending', 'found', 'none', 'hidden', 'no_account', 'error'],
      control: 'select',
    },
    style: { table: { disable: true } },
    label: { description: 'The accessible name. Without it the avatar is silent.', control: 'text' },
  },
} satisfies Meta<typeof Avatar.Root>
export default meta
type Story = StoryObj<typeof meta>

export const Playground: Story = {
  args: { src: pictureOf(camila), label: camila.name, style: { width: 96, height: 96 } },
  render: (args) => (
    <Avatar.Root {...args}>
      <Avatar.Image />
      <Avatar.Fallback>CD</Avatar.Fallback>
      <Avatar.Badge />
    </Avatar.Root>
  ),
  play: async ({ canvas }) => {
    const avatar = await canvas.findByRole('img', { name: camila.name })
    await waitFor(() => expect(avatar).toHaveAttribute('data-image', 'loaded'))
  },
}

/** With a picture, without one, and with one that cannot be loaded: the fallback shows, never a broken picture. */
export const Fallback: Story = {
  render: () => (
    <Shelf columns={120}>
      <Specimen title="a picture">
        <Avatar.Root src={pictureOf(camila)} label={camila.name} style={SIZE}>
          <Avatar.Image />
          <Avatar.Fallback>CD</Avatar.Fallback>
        </Avatar.Root>
      </Specimen>
      <Specimen title="no src">
        <Avatar.Root label={camila.name} style={SIZE}>
          <Avatar.Image />
          <Avatar.Fallback>CD</Avatar.Fallback>
        </Avatar.Root>
      </Specimen>
      <Specimen title="a broken src">
        <Avatar.Root src={BROKEN_URL} label={camila.name} style={SIZE} data-testid="broken">
          <Avatar.Image />
          <Avatar.Fallback>CD</Avatar.Fallback>
        </Avatar.Root>
      </Specimen>
      <Specimen title="no Fallback" note="just the box">
        <Avatar.Root src={pictureOf(camila)} label={camila.name} style={SIZE}>
          <Avatar.Image />
        </Avatar.Root>
      </Specimen>
    </Shelf>
  ),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('broken')).toHaveAttribute('data-image', 'error'))
  },
}

function Carousel(): ReactElement {
  const [index, setIndex] = useState(0)
  const person = PEOPLE[index % PEOPLE.length] ?? camila
  return (
    <div className="row">
      <Avatar.Root src={pictureOf(person)} label={person.name} style={{ width: 96, height: 96 }}>
        <Avatar.Image />
        <Avatar.Fallback>…</Avatar.Fallback>
      </Avatar.Root>
      <button type="button" className="button" onClick={() => setIndex(index + 1)}>
        Next picture
      </button>
    </div>
  )
}

/** While the next picture is on its way (`data-image="swapping"`) the one before it stays painted: nothing flashes. */
export const SwapWithoutFlash: Story = {
  name: 'Swap without flash',
  render: () => <Carousel />,
  play: async ({ canvas }) => {
    const avatar = await canvas.findByRole('img')
    await waitFor(() => expect(avatar).toHaveAttribute('data-image', 'loaded'))
    const seen = new Set<string | undefined>()
    const observer = new MutationObserver(() => seen.add(avatar.dataset['image']))
    observer.observe(avatar, { attributeFilter: ['data-image'] })
    await userEvent.click(canvas.getByRole('button'))
    await waitFor(() => expect([...seen]).toEqual(['swapping', 'loaded']))
    observer.disconnect()
  },
}

/** Every part takes `className`, `style` and `render`, as values or as functions of `{ status, image }`. */
export const StyledByState: Story = {
  name: 'Styled by state',
  render: () => (
    <Shelf columns={120}>
      {[pictureOf(camila), BROKEN_URL].map((src) => (
        <Specimen key={src} title={src === BROKEN_URL ? 'broken' : 'loaded'}>
          <Avatar.Root
            src={src}
            label={camila.name}
            style={({ image }) => ({
              ...SIZE,
              '--avatar-ring-width': '3px',
              '--avatar-ring-color': image === 'loaded' ? '#16a34a' : '#dc2626',
            })}
          >
            <Avatar.Image />
            <Avatar.Fallback>CD</Avatar.Fallback>
          </Avatar.Root>
        </Specimen>
      ))}
      <Specimen title="a link" note="render={<a>}">
        <Avatar.Root
          src={pictureOf(camila)}
          label={camila.name}
          style={SIZE}
          render={<a href="#camila">{camila.name}</a>}
        >
          <Avatar.Image />
          <Avatar.Fallback>CD</Avatar.Fallback>
        </Avatar.Root>
      </Specimen>
    </Shelf>
  ),
}
