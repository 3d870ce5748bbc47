import { expect, it } from 'vitest'
import { WebRequest } from '../http/webRequest.js'
import { type TrustProxy, clientAddress, createAddressKeys } from './clientAddress.js'

const addressOf = (forwarded: string | undefined, trustProxy: TrustProxy): string | undefined => {
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return clientAddress(
    new WebRequest(new Request('http://app.example', { headers }), { ip: '192.0.2.9' }),
    trustProxy,
  )
}

it('default: the address of the peer, whatever the request says', () => {
  expect(addressOf('1.1.1.1', 0)).toBe('192.0.2.9')
  expect(addressOf('1.1.1.1', false)).toBe('192.0.2.9')
  expect(addressOf(undefined, 1)).toBe('192.0.2.9')
})

it.each<[forwarded: string, trustProxy: TrustProxy, address: string]>([
  ['9.9.9.9, 203.0.113.7', true, '203.0.113.7'],
  ['9.9.9.9, 203.0.113.7, 10.0.0.1', 2, '203.0.113.7'],
  ['203.0.113.7', 2, '203.0.113.7'],
  ['203.0.113.7:51234', 1, '203.0.113.7'],
  ['[2001:db8::1]:443', 1, '2001:db8::1'],
  ['[2001:db8::1]', 1, '2001:db8::1'],
  ['2001:db8::1', 1, '2001:db8::1'],
  ['', 1, '192.0.2.9'],
  ['9.9.9.9, ', 1, '192.0.2.9'],
])('%j behind %s proxies is from %s', (forwarded, trustProxy, address) => {
  expect(addressOf(forwarded, trustProxy)).toBe(address)
})

it('one key for one customer: an address of IPv4, however it is written, and 64 bits of IPv6', () => {
  const keyOf = createAddressKeys()
  const same = [
    ['203.0.113.7', '203.0.113.7:80', '::ffff:203.0.113.7'],
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '[2001:db8:1:2::5]:443'],
    ['unknown', '', undefined, 'x'.repeat(1_000)],
  ]
  expect(same.map((group) => new Set(group.map(keyOf)).size)).toEqual([1, 1, 1])
  expect(new Set(same.map(([first]) => keyOf(first))).size).toBe(3)
  expect(keyOf('2001:db8:1:3::1')).not.toBe(keyOf('2001:db8:1:2::1'))
})
