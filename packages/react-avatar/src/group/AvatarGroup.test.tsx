import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createStage, found, without } from '../../../../test/kit/avatarStage.js'
import {
  AvatarGroup,
  AvatarMosaic,
  enLabels,
  esLabels,
  ptBRLabels,
  ruLabels,
  WhatsAppAvatar,
} from '../index.js'
import { AvatarTestProvider } from '../testing/index.js'

afterEach(cleanup)

const chats = Array.from({ length: 6 }, (_, index) => `${5521999990000 + index}@c.us`)
const GROUP = '120363043968066561@g.us'

test('default: shows all, in order, and no "+N"', () => {
  render(
    <AvatarGroup label="Members">
      {chats.map((id, index) => (
        <WhatsAppAvatar key={id} chatId={id} name={`Person ${index}`} />
      ))}
    </AvatarGroup>,
    { wrapper: AvatarTestProvider },
  )
  const group = screen.getByRole('group', { name: 'Members' })
  expect(screen.getAllByRole('img').map((img) => img.getAttribute('aria-label'))).toEqual(
    chats.map((_, index) => `Person ${index}`),
  )
  expect(group.dataset['hidden']).toBe('0')
})

test('children past max are neither mounted nor asked for', async () => {
  const stage = createStage(() => without())
  render(
    <AvatarGroup max={2}>
      {chats.map((id) => (
        <WhatsAppAvatar key={id} chatId={id} loading="eager" />
      ))}
    </AvatarGroup>,
    { wrapper: stage.Provider },
  )
  await waitFor(() => expect(stage.asked).toEqual(chats.slice(0, 2)))
  expect(screen.getByText('+4')).toBeTruthy()
  expect(screen.getByRole('img', { name: '4 more people' })).toBeTruthy()
})

test('total counts those that are no children; figures are short, words are exact', () => {
  render(
    <AvatarGroup max={1} total={1280}>
      <WhatsAppAvatar chatId={chats[0]} />
    </AvatarGroup>,
    { wrapper: AvatarTestProvider },
  )
  expect(screen.getByText('+1.3K')).toBeTruthy()
  expect(screen.getByRole('img', { name: '1,279 more people' })).toBeTruthy()
})

test('one size and shape for all inside, the avatars own wins', () => {
  render(
    <AvatarGroup max={2} size="xl" shape="rounded">
      <WhatsAppAvatar chatId={chats[0]} name="A" />
      <WhatsAppAvatar chatId={chats[1]} name="B" size={20} shape="square" />
      <WhatsAppAvatar chatId={chats[2]} />
    </AvatarGroup>,
    { wrapper: AvatarTestProvider },
  )
  const sizes = screen.getAllByRole('img').map(({ style, dataset }) => [style.width, dataset['shape']])
  expect(sizes).toEqual([
    ['64px', 'rounded'],
    ['20px', 'square'],
    ['64px', 'rounded'],
  ])
})

test.each([
  [enLabels, ['1 more person', '2 more people', '5 more people', '21 more people']],
  [ptBRLabels, ['mais 1 pessoa', 'mais 2 pessoas', 'mais 5 pessoas', 'mais 21 pessoas']],
  [esLabels, ['1 persona más', '2 personas más', '5 personas más', '21 personas más']],
  [ruLabels, ['ещё 1 человек', 'ещё 2 человека', 'ещё 5 человек', 'ещё 21 человек']],
] as const)('counts in $locale', (labels, expected) => {
  const spoken = [1, 2, 5, 21].map((count) => {
    render(
      <AvatarTestProvider labels={labels}>
        <AvatarGroup max={0} total={count} />
      </AvatarTestProvider>,
    )
    const name = screen.getByRole('img').getAttribute('aria-label')
    cleanup()
    return name
  })
  expect(spoken).toEqual(expected)
})

test.each([enLabels, ptBRLabels, esLabels, ruLabels])(
  '$locale has every category of its language',
  (labels) => {
    const { pluralCategories } = new Intl.PluralRules(labels.locale).resolvedOptions()
    expect(Object.keys(labels.more).sort()).toEqual([...pluralCategories].sort())
    expect(JSON.parse(JSON.stringify(labels))).toEqual(labels)
  },
)

test('a mosaic as fallback asks for members only once the group has no picture', async () => {
  let groupAnswer = found('/group.jpg')
  const stage = createStage((chatId) => (chatId === GROUP ? groupAnswer : without()))
  const page = (key: string) => (
    <WhatsAppAvatar key={key} chatId={GROUP} name="Family" fallback={<AvatarMosaic chatIds={chats} />} />
  )
  const { rerender } = render(page('first'), { wrapper: stage.Provider })
  expect(screen.getByRole('img').querySelector('[data-glyph="group"]')).not.toBeNull()
  await waitFor(() => expect(screen.getByRole('img').dataset['status']).toBe('found'))
  expect(stage.asked).toEqual([GROUP])
  groupAnswer = without()
  stage.queryClient.clear()
  rerender(page('second'))
  await waitFor(() => expect(stage.asked).toEqual([GROUP, GROUP, ...chats.slice(0, 4)]))
  expect(screen.getAllByRole('img')).toHaveLength(1)
})

test('a mosaic alone has a name of its own', () => {
  render(<AvatarMosaic chatIds={chats} label="Family" />, { wrapper: AvatarTestProvider })
  const mosaic = screen.getByRole('img', { name: 'Family' })
  expect(mosaic.dataset['shown']).toBe('4')
})
