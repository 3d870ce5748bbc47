import { WhatsAppAvatar } from '@greenapi/react-avatar'
import type { AvatarState } from '@greenapi/react-avatar'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { broken, failing, hidden, noAccount, pending, withoutPicture } from '../kit/chats.js'
import { Shelf, Specimen } from '../kit/Shelf.js'

/** What stands in for a picture: initials of the name, else a glyph, else what you give. */
const meta = {
  title: 'Component/Fallbacks',
  component: WhatsAppAvatar,
  parameters: { controls: { disable: true } },
  args: { chatId: withoutPicture.chatId },
} satisfies Meta<typeof WhatsAppAvatar>
export default meta
type Story = StoryObj<typeof meta>

const NAMES: readonly (readonly [name: string, initials: string])[] = [
  ['Ana Souza', 'AS'],
  ['João da Silva', 'JS'],
  ['Madonna', 'M'],
  ['Jean-Luc Picard', 'JP'],
  ['Øystein Ødegård', 'ØØ'],
  ['Мария Иванова', 'МИ'],
  ['Γιώργος Παπαδάκης', 'ΓΠ'],
  ['נועה לוי', 'נל'],
  ['فاطمة الزهراء', 'ف'],
  ['अर्जुन मेहता', 'अमे'],
  ['สมชาย ใจดี', 'สใ'],
  ['王小明', '王'],
  ['佐藤 結衣', '佐'],
  ['김민준', '김'],
  ['Maya 🌸 Cohen', 'MC'],
  ['🎸 Leo', 'L'],
  ['Pedro (work)', 'P'],
  ['ijsbrand de Vries', 'IV'],
]

/**
 * First and last word, by graphemes; one character where a script is written so (Chinese, Japanese, Korean) or its letters
 * join (Arabic). What stands in brackets does not count, nor does an emoji.
 */
export const Names: Story = {
  render: () => (
    <Shelf columns={120}>
      {NAMES.map(([name], index) => (
        <Specimen key={name} title={<bdi>{name}</bdi>}>
          <WhatsAppAvatar chatId={`55219999901${index + 10}@c.us`} name={name} size={56} />
        </Specimen>
      ))}
    </Shelf>
  ),
  play: async ({ canvas }) => {
    for (const [name, initials] of NAMES.filter(
      ([, text]) => !text.startsWith('अ') && !text.startsWith('ส'),
    )) {
      await expect(canvas.getByRole('img', { name })).toHaveTextContent(initials)
    }
  },
}

/** A phone number or a chat id is no name: initials are never made of digits. */
export const NoInitialsFromNumbers: Story = {
  name: 'No initials from numbers',
  render: () => (
    <Shelf columns={180}>
      {['+55 21 99999-0000', '5521999990000@c.us', '120363043968066562@g.us'].map((name) => (
        <Specimen key={name} title={name}>
          <WhatsAppAvatar chatId={name} name={name} size={56} />
        </Specimen>
      ))}
    </Shelf>
  ),
  play: async ({ canvas }) => {
    for (const avatar of canvas.getAllByRole('img')) await expect(avatar.textContent).toBe('')
  },
}

const COLORS = Array.from({ length: 12 }, (_, index) => index + 1)

/**
 * Twelve colours, chosen by the chat id, so a chat has the same one everywhere. White on each of them has a contrast of at
 * least 4.5:1, by day and by night. `--avatar-background` and `--avatar-foreground` take their place.
 */
export const Colors: Story = {
  render: () => (
    <div className="stack" style={{ alignItems: 'stretch', gap: 28, maxWidth: 620 }}>
      <Shelf columns={76}>
        {COLORS.map((color) => (
          <Specimen key={color} title={color}>
            <WhatsAppAvatar chatId={undefined} name="Ana Souza" size={56} data-color={color} />
          </Specimen>
        ))}
      </Shelf>
      <Shelf columns={76}>
        {COLORS.map((color) => (
          <Specimen key={color} title={color}>
            <WhatsAppAvatar chatId={undefined} label="Someone" size={56} data-color={color} />
          </Specimen>
        ))}
      </Shelf>
      <div className="row">
        <WhatsAppAvatar
          chatId={undefined}
          name="Ana Souza"
          size={56}
          style={{ '--avatar-background': '#e8f3ec', '--avatar-foreground': '#0f5132' }}
        />
        <span>One colour of your own for all</span>
      </div>
    </div>
  ),
}

/** Any node: text, an icon, another picture. It is part of the avatar, so the accessible name stays the one. */
export const FallbackNode: Story = {
  name: 'Fallback node',
  render: () => (
    <Shelf columns={120}>
      <Specimen title="Text">
        <WhatsAppAvatar chatId={withoutPicture.chatId} name="Support team" size={64} fallback="24h" />
      </Specimen>
      <Specimen title="An icon">
        <WhatsAppAvatar
          chatId={withoutPicture.chatId}
          name="Support team"
          size={64}
          fallback={
            <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden>
              <path d="M5 13v-1a7 7 0 0 1 14 0v1m-14 0v3.5h2.5V13zm14 0v3.5h-2.5V13zm0 3.5c0 2-2 3-5 3" />
            </svg>
          }
        />
      </Specimen>
      <Specimen title="null" note="just the colour">
        <WhatsAppAvatar chatId={withoutPicture.chatId} name="Support team" size={64} fallback={null} />
      </Specimen>
    </Shelf>
  ),
}

const WORDS: Partial<Record<AvatarState['status'], string>> = {
  pending: '…',
  hidden: '🔒',
  no_account: '∅',
  error: '!',
}

/** A function gets `{ status, image }` and returns a node, or `undefined` for initials and glyphs as usual. */
export const FallbackFunction: Story = {
  name: 'Fallback function',
  render: () => (
    <Shelf columns={116}>
      {[pending, withoutPicture, hidden, noAccount, failing, broken].map(({ chatId, name, answer }) => (
        <Specimen key={chatId} title={<code>{typeof answer === 'string' ? answer : 'found'}</code>}>
          <WhatsAppAvatar
            chatId={chatId}
            name={name}
            size={64}
            fallback={({ status, image }) => (image === 'error' ? '↻' : WORDS[status])}
          />
        </Specimen>
      ))}
    </Shelf>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('🔒')).toBeVisible()
    await expect(canvas.getByRole('img', { name: withoutPicture.name })).toHaveTextContent('LH')
  },
}
