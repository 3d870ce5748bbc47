import { expect, test } from 'vitest'
import { checkPictureUrl } from './checkPictureUrl.js'
import type { PicturePolicy } from './checkPictureUrl.js'
import { DEFAULT_PICTURE_HOSTS, parsePictureHost } from './pictureHosts.js'

const policyWith = (hosts: readonly string[], allowPrivateAddresses = false): PicturePolicy => ({
  hosts: [...hosts.map(parsePictureHost), ...DEFAULT_PICTURE_HOSTS],
  allowPrivateAddresses,
})
const PLAIN = policyWith([])

const reasonOf = (link: string, policy: PicturePolicy = PLAIN, base?: URL): string => {
  const checked = checkPictureUrl(link, policy, base)
  return checked.kind === 'refused' ? checked.reason : 'allowed'
}

test.each([
  'https://pps.whatsapp.net/v/t61.24694-24/1_2_3_n.jpg?ccb=11-4&oh=01_a&oe=6A3F0000',
  'https://media-gru1-1.cdn.whatsapp.net/v/1_n.jpg',
  'https://scontent.xx.fbcdn.net/v/1_n.jpg',
  'https://lookaside.whatsapp.com/lookaside/1',
  'https://1101.api.green-api.com/download/1.jpg',
  'https://PPS.WhatsApp.net:443/v/1_n.jpg',
])('default: %s is allowed, and only at public addresses', (link) => {
  expect(checkPictureUrl(link, PLAIN)).toMatchObject({ kind: 'allowed', allowPrivate: false })
})

test.each([
  ['another host', 'https://evil.example/1.jpg'],
  ['a host that ends alike', 'https://evilwhatsapp.net/1.jpg'],
  ['a host that begins alike', 'https://pps.whatsapp.net.evil.example/1.jpg'],
  ['the bare domain', 'https://whatsapp.net/1.jpg'],
  ['a trailing dot', 'https://pps.whatsapp.net./1.jpg'],
  ['another port', 'https://pps.whatsapp.net:8443/1.jpg'],
  ['the API itself', 'https://1101.api.green-api.com/waInstance1101000001/getAvatar/x'],
  ['a way out of the downloads', 'https://1101.api.green-api.com/download/../waInstance1/x'],
  ['an address', 'https://157.240.12.53/1.jpg'],
  ['a decimal address', 'https://2130706433/1.jpg'],
  ['an octal address', 'https://0177.0.0.1/1.jpg'],
  ['a hex address', 'https://0x7f.1/1.jpg'],
  ['an address in wide digits', 'https://①②⑦.0.0.1/1.jpg'],
  ['an IPv6 address', 'https://[::1]/1.jpg'],
  ['a mapped address', 'https://[::ffff:127.0.0.1]/1.jpg'],
])('%s is not on the list', (_name, link) => {
  expect(reasonOf(link)).toBe('host_not_listed')
})

test('userinfo is refused, whatever the host', () => {
  expect(reasonOf('https://user@pps.whatsapp.net/1.jpg')).toBe('credentials_in_link')
  expect(reasonOf('https://:secret@pps.whatsapp.net/1.jpg')).toBe('credentials_in_link')
  expect(reasonOf('https://pps.whatsapp.net@evil.example/1.jpg')).toBe('credentials_in_link')
})

test('only https, and http only to a listed host with its port when private addresses are allowed', () => {
  expect(reasonOf('http://pps.whatsapp.net/1.jpg')).toBe('not_https')
  expect(reasonOf('http://pps.whatsapp.net:443/1.jpg')).toBe('not_https')
  for (const link of [
    'file:///etc/passwd',
    'data:image/png;base64,iVBORw0',
    'ftp://pps.whatsapp.net/1',
    'blob:x',
  ]) {
    expect(reasonOf(link)).toBe('not_https')
  }
  const link = 'http://127.0.0.1:4010/1.jpg'
  expect(reasonOf(link, policyWith(['127.0.0.1:4010']))).toBe('not_https')
  expect(reasonOf(link, policyWith([], true))).toBe('not_https')
  expect(reasonOf(link, policyWith(['127.0.0.1'], true))).toBe('not_https')
  expect(reasonOf('http://127.0.0.1/1.jpg', policyWith(['127.0.0.1'], true))).toBe('not_https')
  expect(reasonOf('http://127.0.0.1:443/1.jpg', policyWith(['127.0.0.1'], true))).toBe('not_https')
  expect(reasonOf('http://127.0.0.1:4011/1.jpg', policyWith(['127.0.0.1:4010'], true))).toBe('not_https')
  expect(reasonOf('http://pps.whatsapp.net/1.jpg', policyWith(['127.0.0.1:4010'], true))).toBe('not_https')
  expect(reasonOf(link, policyWith(['127.0.0.1:4010'], true))).toBe('allowed')
})

test('private addresses are for listed hosts only, never for the built-in ones', () => {
  const policy = policyWith(['cdn.example.com'], true)
  expect(checkPictureUrl('https://cdn.example.com/1.jpg', policy)).toMatchObject({ allowPrivate: true })
  expect(checkPictureUrl('https://pps.whatsapp.net/1.jpg', policy)).toMatchObject({ allowPrivate: false })
})

test('listed hosts: exact, with a port, and by wildcard', () => {
  const policy = policyWith([
    'cdn.example.com',
    '*.example.org',
    'one.example.net:8443',
    '[2001:4860::1]:4010',
  ])
  expect(reasonOf('https://cdn.example.com/1.jpg', policy)).toBe('allowed')
  expect(reasonOf('https://a.cdn.example.com/1.jpg', policy)).toBe('host_not_listed')
  expect(reasonOf('https://cdn.example.com:8443/1.jpg', policy)).toBe('host_not_listed')
  expect(reasonOf('https://a.b.example.org/1.jpg', policy)).toBe('allowed')
  expect(reasonOf('https://example.org/1.jpg', policy)).toBe('host_not_listed')
  expect(reasonOf('https://one.example.net:8443/1.jpg', policy)).toBe('allowed')
  expect(reasonOf('https://one.example.net/1.jpg', policy)).toBe('host_not_listed')
  expect(reasonOf('https://[2001:4860:0::1]:4010/1.jpg', policy)).toBe('allowed')
})

test('a redirect is read against the url it came from, and may not leave the list or https', () => {
  const base = new URL('https://pps.whatsapp.net/v/1.jpg')
  expect(checkPictureUrl('/w/2.jpg', PLAIN, base)).toMatchObject({
    url: new URL('https://pps.whatsapp.net/w/2.jpg'),
  })
  expect(reasonOf('//evil.example/2.jpg', PLAIN, base)).toBe('host_not_listed')
  expect(reasonOf('http://pps.whatsapp.net/2.jpg', PLAIN, base)).toBe('not_https')
  expect(reasonOf('javascript:alert(1)', PLAIN, base)).toBe('not_https')
})

test('text that is no link, or far too long, is refused', () => {
  for (const link of [
    '',
    'undefined',
    '//pps.whatsapp.net/1.jpg',
    'https://',
    `https://pps.whatsapp.net/${'a'.repeat(4_096)}`,
  ]) {
    expect(reasonOf(link)).toBe('bad_link')
  }
})

const NO_HOSTS = [
  '',
  'https://cdn.example.com',
  'cdn.example.com/x',
  'a b',
  '*',
  '*.',
  '**.example.com',
  'user@host',
]
const NO_PORTS = ['host:0', 'host:70000', 'host:', 'cdn.example.com.', '[::1', 'a?b']

test.each([...NO_HOSTS, ...NO_PORTS, undefined])('%j in pictureHosts is refused at creation', (entry) => {
  expect(() => parsePictureHost(entry)).toThrow(TypeError)
})
