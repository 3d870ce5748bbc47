import { expect, test } from 'vitest'
import { isLoopback, isOwnHost } from './isOwnHost.js'

test.each([
  '127.0.0.1',
  '127.0.0.1:8080',
  '[::1]:8080',
  'localhost:1',
  'app.localhost',
  'gateway:8080',
  'LOCALHOST',
  undefined,
])('%s can be meant for this machine', (host) => expect(isOwnHost(host, [])).toBe(true))

test.each([
  '',
  'evil.example',
  'evil.example:8080',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  'a b',
])('%s cannot', (host) => expect(isOwnHost(host, ['https://app.example.com'])).toBe(false))

test('a listed origin is ours', () => {
  expect(isOwnHost('app.example.com:8080', ['https://app.example.com'])).toBe(true)
})

test('loopback is known in every spelling of a socket', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].map(isLoopback)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['10.0.0.1', '::ffff:10.0.0.1', undefined].map(isLoopback)).toEqual([false, false, false])
})
