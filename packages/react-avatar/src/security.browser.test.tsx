import { cleanup, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server.browser'
import { afterEach, expect, test } from 'vitest'
import { createStage, found } from '../../../test/kit/avatarStage.js'
import { AvatarGroup, WhatsAppAvatar } from './index.js'
import styles from './styles.css?inline'

afterEach(cleanup)

const CHAT = '5521999990000@c.us'

test('under a strict Content-Security-Policy server HTML has no style attribute, and the right size', () => {
  const { Provider, queryClient } = createStage(() => found('/a'))
  queryClient.setQueryData(['whatsapp-avatar', 'default', CHAT], found('/a'))
  const html = renderToString(
    <Provider inlineStyles={false}>
      <AvatarGroup max={1} total={3} size="xl">
        <WhatsAppAvatar chatId={CHAT} name="Maria" badge />
      </AvatarGroup>
      {/* oxlint-disable-next-line jsx-a11y/anchor-has-content, jsx-a11y/control-has-associated-label -- the avatar names it */}
      <WhatsAppAvatar chatId={CHAT} name="Maria" size="xl" render={<a href="#maria" />} />
    </Provider>,
  )
  expect(html).not.toContain('style=')
  render(<style>{styles}</style>)
  document.body.insertAdjacentHTML('beforeend', html)
  const [avatar, more] = screen.getAllByRole('img')
  expect(avatar?.getBoundingClientRect()).toMatchObject({ width: 64, height: 64 })
  expect(more?.getBoundingClientRect()).toMatchObject({ width: 64, height: 64 })
  expect(avatar?.querySelector('img')?.getBoundingClientRect()).toMatchObject({ width: 64, height: 64 })
  const link = screen.getByRole('link', { name: 'Maria' })
  expect(link.getBoundingClientRect()).toMatchObject({ width: 64, height: 64 })
  link.remove()
  document.body.querySelector('.wa-avatar-group')?.remove()
})

test('neither a chat id nor a phone number is in the page', () => {
  const { Provider } = createStage(() => found('/a'))
  const html = renderToString(
    <Provider>
      <WhatsAppAvatar chatId={CHAT} />
      <WhatsAppAvatar chatId={CHAT} name={CHAT} decorative />
      <WhatsAppAvatar chatId={CHAT} name="+55 21 99999-0000" decorative />
    </Provider>,
  )
  expect(html).not.toMatch(/\d{5}/)
})
