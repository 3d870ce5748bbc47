import { expect, test } from 'vitest'
import { addressKind, isAllowedAddress } from './addressKind.js'

test('default: addresses of the open internet are public', () => {
  for (const address of ['8.8.8.8', '157.240.12.53', '172.32.0.1', '2a03:2880::1', '2001:4860:4860::8888']) {
    expect([address, addressKind(address)]).toEqual([address, 'public'])
  }
})

test.each([
  ['loopback', ['127.0.0.1', '127.255.255.254', '::1']],
  ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1']],
  ['carrier-grade NAT', ['100.64.0.1', '100.127.255.255']],
])('%s addresses are private', (_name, addresses) => {
  for (const address of addresses) {
    expect([address, addressKind(address)]).toEqual([address, 'private'])
    expect(isAllowedAddress(address, false)).toBe(false)
    expect(isAllowedAddress(address, true)).toBe(true)
  }
})

test.each([
  ['link-local (cloud metadata)', ['169.254.169.254', '169.254.0.1', 'fe80::1', 'fe80::1%eth0']],
  ['unspecified and this network', ['0.0.0.0', '0.1.2.3', '::']],
  ['multicast and broadcast', ['224.0.0.1', '239.1.1.1', '255.255.255.255', 'ff02::1']],
  [
    'reserved, documentation and benchmarking',
    [
      '192.0.0.1',
      '192.0.2.1',
      '198.18.0.1',
      '198.51.100.1',
      '203.0.113.1',
      '240.0.0.1',
      '2001:db8::1',
      '3fff::1',
    ],
  ],
  ['relay anycast', ['192.88.99.1']],
  ['IPv4-mapped', ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::ffff:0:127.0.0.1']],
  ['IPv4-compatible', ['::127.0.0.1', '::7f00:1', '::a00:1']],
  ['NAT64', ['64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::a00:1']],
  ['6to4', ['2002:7f00:1::', '2002:a00:1::1', '2002:a9fe:a9fe::']],
  ['Teredo', ['2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001::1']],
  ['ISATAP', ['2001:4860::5efe:7f00:1', '2001:4860::200:5efe:10.0.0.1', 'fe80::5efe:7f00:1']],
  ['site-local and outside 2000::/3', ['fec0::1', '4000::1', '100::1', '5f00::1', 'e000::1']],
  ['no address', ['', 'localhost', '127.0.0.1.', '1.2.3.4.5', 'example.com', '10.0.0.1/8']],
])('%s addresses are refused, on a local network too', (_name, addresses) => {
  for (const address of addresses) {
    expect([address, addressKind(address)]).toEqual([address, 'refused'])
    expect(isAllowedAddress(address, true)).toBe(false)
  }
})

test('a connection without a known address is not allowed', () => {
  expect(isAllowedAddress(undefined, true)).toBe(false)
})
