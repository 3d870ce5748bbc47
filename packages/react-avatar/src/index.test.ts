import { expect, test } from 'vitest'
import * as entry from './index.js'
import * as testing from './testing/index.js'

test('default: the public names', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'AVATAR_SIZES',
    'Avatar',
    'AvatarError',
    'AvatarGroup',
    'AvatarMosaic',
    'AvatarProvider',
    'WhatsAppAvatar',
    'avatarQueryKey',
    'avatarQueryOptions',
    'chatIdKind',
    'createAvatarClient',
    'enLabels',
    'esLabels',
    'formatChatId',
    'isAvatarError',
    'isChatId',
    'parseChatId',
    'ptBRLabels',
    'ruLabels',
    'useAvatar',
    'useNearViewport',
    'useSuspenseAvatar',
  ])
  expect(Object.keys(testing).sort()).toEqual([
    'AvatarError',
    'AvatarTestProvider',
    'createStaticAvatarClient',
    'failPicture',
    'loadPicture',
  ])
})

test("'use client' is in the files with hooks and contexts, and nowhere else", () => {
  const texts = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./**/*.test.*'], {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  const files = Object.entries(texts)
  expect(files.length).toBeGreaterThan(30)
  for (const [file, text] of files) {
    const hasHooks = /^import \{[^}]*\b(use[A-Z]\w*|createContext)\b/m.test(text)
    expect([file, text.startsWith("'use client'")]).toEqual([file, hasHooks])
  }
})
