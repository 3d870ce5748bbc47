import { AvatarGroup, AvatarMosaic, WhatsAppAvatar } from '@greenapi/react-avatar'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement, ReactNode } from 'react'
import { bookClub, camila, fatima, football, hidden, PEOPLE, xiaoming } from '../kit/chats.js'
import './hero.css'

const meta = {
  title: 'Introduction/Hero',
  component: WhatsAppAvatar,
  tags: ['!dev', '!autodocs'],
  args: { chatId: camila.chatId },
} satisfies Meta<typeof WhatsAppAvatar>
export default meta
type Story = StoryObj<typeof meta>

function Chat({ avatar, name, text }: { avatar: ReactNode; name: string; text: string }): ReactElement {
  return (
    <li>
      {avatar}
      <div>
        <bdi>{name}</bdi>
        <span>{text}</span>
      </div>
    </li>
  )
}

/** What a chat list looks like with it. */
export const Hero: Story = {
  render: () => (
    <div className="hero">
      <ul className="hero-list">
        <Chat
          avatar={<WhatsAppAvatar chatId={camila.chatId} name={camila.name} size="lg" badge decorative />}
          name={camila.name}
          text="Her picture, and that she is online"
        />
        <Chat
          avatar={
            <WhatsAppAvatar
              chatId={bookClub.chatId}
              name={bookClub.name}
              size="lg"
              fallback={<AvatarMosaic chatIds={PEOPLE.slice(1, 5).map(({ chatId }) => chatId)} />}
              decorative
            />
          }
          name={bookClub.name}
          text="No group picture: its members"
        />
        <Chat
          avatar={<WhatsAppAvatar chatId={xiaoming.chatId} name={xiaoming.name} size="lg" decorative />}
          name={xiaoming.name}
          text="Names in any script"
        />
      </ul>
      <ul className="hero-list">
        <Chat
          avatar={<WhatsAppAvatar chatId={hidden.chatId} name={hidden.name} size="lg" decorative />}
          name={hidden.name}
          text="Keeps it private: initials"
        />
        <Chat
          avatar={
            <WhatsAppAvatar
              chatId={football.chatId}
              name={football.name}
              size="lg"
              shape="rounded"
              decorative
            />
          }
          name={football.name}
          text="Any shape and size"
        />
        <li>
          <AvatarGroup max={4} total={28} label={`Members of ${football.name}`}>
            {[fatima, ...PEOPLE.slice(5)].map(({ chatId, name }) => (
              <WhatsAppAvatar key={chatId} chatId={chatId} name={name} />
            ))}
          </AvatarGroup>
        </li>
      </ul>
    </div>
  ),
}
