import { QueryClient } from '@tanstack/react-query'
import { createRef } from 'react'
import { expect, expectTypeOf, test } from 'vitest'
import { Avatar, avatarQueryOptions, AvatarGroup, createAvatarClient, WhatsAppAvatar } from './index.js'
import type { AvatarLabels, AvatarState, AvatarStatus, ShippedLabels, WhatsAppAvatarProps } from './index.js'

const CHAT = '5521999990000@c.us'

test('default: the props of a render function go onto any HTML element', () => {
  const elements = [
    // oxlint-disable-next-line jsx-a11y/anchor-has-content -- the avatar is its content
    <WhatsAppAvatar key="a" chatId={CHAT} render={(props) => <a {...props} href="#x" />} />,
    <WhatsAppAvatar key="b" chatId={CHAT} render={(props) => <button type="button" {...props} />} />,
    <WhatsAppAvatar key="c" chatId={CHAT} render={(props, { status }) => <li {...props} title={status} />} />,
    <Avatar.Badge key="d" render={(props) => <em {...props} />} />,
    <AvatarGroup key="e" render={(props, { hidden }) => <ul {...props} title={String(hidden)} />} />,
  ]
  expect(elements).toHaveLength(5)
})

test('refs, custom properties and functions of the state', () => {
  const ref = createRef<HTMLSpanElement>()
  const element = (
    <WhatsAppAvatar
      ref={ref}
      chatId={CHAT}
      style={{ '--avatar-ring-width': '2px', top: 1 }}
      className={({ status, image }) => `${status} ${image}`}
      fallback={(state) => {
        expectTypeOf(state).toEqualTypeOf<AvatarState>()
        return null
      }}
    />
  )
  expect(element.props).toMatchObject({ chatId: CHAT })
  expectTypeOf<AvatarState['status']>().toEqualTypeOf<AvatarStatus>()
  expectTypeOf<WhatsAppAvatarProps['chatId']>().toEqualTypeOf<string | undefined>()
})

test('wrong props are type errors', () => {
  const elements = [
    // @ts-expect-error -- whose avatar?
    <WhatsAppAvatar key="a" name="Maria" />,
    // @ts-expect-error -- no such shape
    <WhatsAppAvatar key="b" chatId={CHAT} shape="star" />,
    // @ts-expect-error -- what to show is given to the Root
    <Avatar.Image key="c" src="/a.png" />,
    // @ts-expect-error -- it has children of its own
    <WhatsAppAvatar key="d" chatId={CHAT}>
      x
    </WhatsAppAvatar>,
  ]
  expect(elements).toHaveLength(4)
})

test('a language that misses a plural category is a type error', () => {
  const other = '{count} more'
  const words = { person: '', group: '', badge: '' }
  // @ts-expect-error -- Russian tells few and many apart
  const russian: ShippedLabels<'ru'> = { ...words, locale: 'ru', more: { one: other, other } }
  // @ts-expect-error -- every language has other
  const german: AvatarLabels = { ...words, locale: 'de', more: { one: other } }
  const japanese: AvatarLabels = { ...words, locale: 'ja', more: { other } }
  expect([russian, german, japanese].map(({ locale }) => locale)).toEqual(['ru', 'de', 'ja'])
})

test('query options carry the type of their data', () => {
  const { queryKey } = avatarQueryOptions(createAvatarClient(), CHAT)
  const data = new QueryClient().getQueryData(queryKey)
  expectTypeOf(data?.freshForMs).toEqualTypeOf<number | undefined>()
  expect(data).toBeUndefined()
})
