import { WhatsAppAvatar } from '@greenapi/react-avatar'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent } from 'storybook/test'
import { camila, PEOPLE, rafael } from '../kit/chats.js'
import { Shelf, Specimen } from '../kit/Shelf.js'
import './namesAndRoles.css'

/**
 * An avatar has one accessible name in every state: the `name`, the meaning of its badge, and nothing read twice. As a link
 * or a button it keeps the role of that element; beside a visible name it is `decorative` and silent.
 */
const meta = {
  title: 'Component/Names and roles',
  component: WhatsAppAvatar,
  parameters: { controls: { disable: true } },
  args: { chatId: camila.chatId },
} satisfies Meta<typeof WhatsAppAvatar>
export default meta
type Story = StoryObj<typeof meta>

/** The name is read once, wherever it comes from. */
export const AccessibleNames: Story = {
  name: 'Accessible names',
  render: () => (
    <Shelf columns={150}>
      <Specimen title="“Camila Duarte”" note="name">
        <WhatsAppAvatar chatId={camila.chatId} name={camila.name} size={56} />
      </Specimen>
      <Specimen title="“Camila Duarte, online”" note="name and badgeLabel">
        <WhatsAppAvatar chatId={camila.chatId} name={camila.name} size={56} badge badgeLabel="online" />
      </Specimen>
      <Specimen title="“Your account manager”" note="label">
        <WhatsAppAvatar chatId={camila.chatId} name={camila.name} size={56} label="Your account manager" />
      </Specimen>
      <Specimen title="“WhatsApp contact”" note="no name; in the toolbar’s language">
        <WhatsAppAvatar chatId={rafael.chatId} size={56} />
      </Specimen>
    </Shelf>
  ),
  play: async ({ canvas }) => {
    const names = canvas.getAllByRole('img').map((avatar) => avatar.getAttribute('aria-label'))
    await expect(names.slice(0, 3)).toEqual([
      'Camila Duarte',
      'Camila Duarte, online',
      'Your account manager',
    ])
    await expect(names[3]).toMatch(/WhatsApp/)
  },
}

/** Beside a visible name the avatar would only repeat it: `decorative` hides it from screen readers. */
export const BesideAVisibleName: Story = {
  name: 'Beside a visible name',
  render: () => (
    <ul className="people">
      {PEOPLE.slice(0, 6).map(({ chatId, name }) => (
        <li key={chatId}>
          <WhatsAppAvatar chatId={chatId} name={name} size={44} decorative />
          <span>
            <bdi className="people-name">{name}</bdi>
            <small>{chatId.split('@')[1] === 'lid' ? 'number hidden' : `+${chatId.split('@')[0]}`}</small>
          </span>
        </li>
      ))}
    </ul>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.queryAllByRole('img')).toHaveLength(0)
    await expect(canvas.getAllByRole('listitem')).toHaveLength(6)
  },
}

const openChat = fn()

// oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the avatar gives it its name
const chatButton = <button type="button" />

/** `render` puts the avatar on another element: a link, a button, your router's `Link`. Try it with the keyboard. */
export const LinkAndButton: Story = {
  name: 'Link and button',
  // axe takes initials for a label that the name should contain. They are a picture of the name, hidden from everybody
  // who does not see.
  parameters: { a11y: { config: { rules: [{ id: 'label-content-name-mismatch', enabled: false }] } } },
  render: () => (
    <Shelf columns={150}>
      <Specimen title="A link" note="render={<a href>}">
        <WhatsAppAvatar
          chatId={camila.chatId}
          name={camila.name}
          size={64}
          render={<a href="#profile" aria-label="Profile of Camila Duarte" />}
        />
      </Specimen>
      <Specimen title="A button" note="render={<button>}">
        <WhatsAppAvatar
          chatId={rafael.chatId}
          name={rafael.name}
          size={64}
          badge={2}
          badgeLabel="2 unread"
          render={chatButton}
          onClick={openChat}
        />
      </Specimen>
      <Specimen title="Of the state" note="render={(props, state) => …}">
        <WhatsAppAvatar
          chatId="34600110020@c.us"
          name="Lucía Herrera"
          size={64}
          shape="rounded"
          render={(props, { status }) => <button type="button" {...props} title={`Status: ${status}`} />}
        />
      </Specimen>
    </Shelf>
  ),
  play: async ({ canvas }) => {
    const link = canvas.getByRole('link', { name: 'Profile of Camila Duarte' })
    const button = canvas.getByRole('button', { name: 'Rafael Nogueira, 2 unread' })
    link.focus()
    await userEvent.tab()
    await expect(button).toHaveFocus()
    await expect(getComputedStyle(button).outlineStyle).toBe('solid')
    await userEvent.keyboard('{Enter}')
    await expect(openChat).toHaveBeenCalledOnce()
    button.blur()
  },
}
