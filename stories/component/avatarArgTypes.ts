import type { WhatsAppAvatarProps } from '@greenapi/react-avatar'
import type { ArgTypes } from '@storybook/react-vite'
import { CHATS } from '../kit/chats.js'

const NODE = 'ReactNode'

/** The props of `WhatsAppAvatar` for the docs table and the controls. */
export const avatarArgTypes: Partial<ArgTypes<WhatsAppAvatarProps>> = {
  chatId: {
    description: 'Whose avatar: a chat id or a phone number, in any form. `undefined` asks nothing.',
    table: { type: { summary: 'string | undefined' } },
    type: { name: 'string', required: true },
    options: CHATS.map(({ chatId }) => chatId),
    control: {
      type: 'select',
      labels: Object.fromEntries(CHATS.map(({ chatId, name }) => [chatId, `${name}, ${chatId}`])),
    },
  },
  name: {
    description: 'The name people know the chat by: gives the accessible name and the initials.',
    table: { type: { summary: 'string' } },
    control: 'text',
  },
  size: {
    description:
      'A named size (`xs` 24, `sm` 32, `md` 40, `lg` 48, `xl` 64, `2xl` 96), CSS pixels, a CSS length, or `null` to leave it to your CSS. With `inlineStyles={false}` on the provider only names and `null`.',
    table: { type: { summary: 'AvatarSize' }, defaultValue: { summary: "'md', or the group's" } },
    control: { type: 'number', min: 16, max: 160, step: 4 },
  },
  shape: {
    description: 'The outline.',
    table: {
      type: { summary: "'circle' | 'rounded' | 'square'" },
      defaultValue: { summary: "'circle', or the group's" },
    },
    options: ['circle', 'rounded', 'square'],
    control: 'inline-radio',
  },
  loading: {
    description: '`lazy` asks and loads once near the viewport (about 1,250 px); `eager` at once.',
    table: { type: { summary: "'lazy' | 'eager'" }, defaultValue: { summary: "'lazy'" } },
    options: ['lazy', 'eager'],
    control: 'inline-radio',
  },
  fallback: {
    description:
      'What stands in for the picture, or a function of the state. `undefined` means initials, else a glyph.',
    table: { type: { summary: `${NODE} | ((state: AvatarState) => ${NODE})` } },
    control: false,
  },
  badge: {
    description:
      'Something small at the bottom end; `true` is a plain dot. Silent: say what it means with `badgeLabel`.',
    table: { type: { summary: NODE } },
    control: 'boolean',
  },
  badgeLabel: {
    description: 'What the badge means; joins the accessible name.',
    table: { type: { summary: 'string' } },
    control: 'text',
  },
  label: {
    description: 'The accessible name, where it should not be `name`.',
    table: { type: { summary: 'string' } },
    control: 'text',
  },
  decorative: {
    description:
      'True beside a visible name: says nothing to screen readers. Without effect on links and buttons.',
    table: { type: { summary: 'boolean' }, defaultValue: { summary: 'false' } },
    control: 'boolean',
  },
  render: {
    description:
      'Another element for the root, or a function of its props and state. Class, style, handlers and refs are merged.',
    table: { type: { summary: 'ReactElement | ((props, state: AvatarState) => ReactElement)' } },
    control: false,
  },
  className: {
    description: 'A class, or a function of the state.',
    table: { type: { summary: 'string | ((state: AvatarState) => string | undefined)' } },
    control: false,
  },
  style: {
    description: 'Style, or a function of the state.',
    table: { type: { summary: 'CSSProperties | ((state: AvatarState) => CSSProperties | undefined)' } },
    control: false,
  },
}
