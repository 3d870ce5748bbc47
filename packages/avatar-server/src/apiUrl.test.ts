import { describe, expect, it } from 'vitest'
import { resolveApiUrl } from './apiUrl.js'

const resolve = (
  apiUrl?: string,
  messenger: 'whatsapp' | 'max' = 'whatsapp',
  allowPrivateAddresses = false,
) => resolveApiUrl(apiUrl, '1101000001', { messenger, allowPrivateAddresses })

describe('resolveApiUrl', () => {
  it('derives the host from the first four digits of idInstance', () => {
    expect(resolve()).toBe('https://1101.api.green-api.com')
  })

  it.each([
    ['https://api.green-api.com', 'https://api.green-api.com'],
    ['https://api.green-api.com/', 'https://api.green-api.com'],
    ['https://api.greenapi.com///', 'https://api.greenapi.com'],
    ['https://1101.API.green-api.com', 'https://1101.api.green-api.com'],
    ['http://127.0.0.1:4000/', 'http://127.0.0.1:4000'],
    ['http://localhost:4000', 'http://localhost:4000'],
    ['http://[::1]:4000', 'http://[::1]:4000'],
    ['https://proxy.example/green/', 'https://proxy.example/green'],
  ])('takes %s', (given, expected) => {
    expect(resolve(given)).toBe(expected)
  })

  it('adds /v3 for MAX, once', () => {
    expect(resolve('https://3100.api.green-api.com', 'max')).toBe('https://3100.api.green-api.com/v3')
    expect(resolve('https://3100.api.green-api.com/v3/', 'max')).toBe('https://3100.api.green-api.com/v3')
  })

  it.each([
    ['http://api.green-api.com', /not https/],
    ['http://10.0.0.7:4000', /not https/],
    ['ftp://127.0.0.1', /not https/],
    ['www.example.com', /not a url/],
    ['https://user:pass@api.green-api.com', /more than a scheme/],
    ['https://api.green-api.com?x=1', /more than a scheme/],
    ['https://api.green-api.com/waInstance1101000001', /already names an instance/],
  ])('refuses %s without showing it', (given, message) => {
    expect(() => resolve(given)).toThrow(message)
    expect(() => resolve(given)).toThrow(/^@greenapi\/avatar-server: /)
    expect(() => resolve(given)).not.toThrow(given)
  })

  it('takes plain http to any host when private addresses are allowed', () => {
    expect(resolve('http://simulator:4000', 'whatsapp', true)).toBe('http://simulator:4000')
  })
})
