import { expect, test } from 'vitest'
import { createAvatarClient } from './createAvatarClient.js'

test.each([
  [undefined, 'picture/a', '/api/avatars/picture/a'],
  ['/api/avatars', 'picture/a', '/api/avatars/picture/a'],
  ['/api/avatars/', 'picture/a', '/api/avatars/picture/a'],
  ['/api/avatars//', 'picture/a', '/api/avatars/picture/a'],
  ['api/avatars', 'picture/a', 'api/avatars/picture/a'],
  ['/', 'picture/a', '/picture/a'],
  ['https://api.example/v1/avatars', 'picture/a?b=c#d', 'https://api.example/v1/avatars/picture/a?b=c#d'],
  ['https://api.example/v1/avatars/', 'picture/a', 'https://api.example/v1/avatars/picture/a'],
  ['https://api.example', 'picture/a', 'https://api.example/picture/a'],
  ['https://api.example/v1/avatars', '/media/a', 'https://api.example/media/a'],
  ['/api/avatars', '/media/a', '/media/a'],
  ['/api/avatars', 'https://pps.whatsapp.net/a.jpg', 'https://pps.whatsapp.net/a.jpg'],
  ['https://api.example/v1', '//cdn.example/a.jpg', '//cdn.example/a.jpg'],
  ['/api/avatars', 'data:image/jpeg;base64,/9j/', 'data:image/jpeg;base64,/9j/'],
])('at %s the url %s is %s', (backendUrl, url, resolved) => {
  expect(createAvatarClient({ backendUrl }).resolveUrl(url)).toBe(resolved)
})
