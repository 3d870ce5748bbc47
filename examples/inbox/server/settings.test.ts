import { expect, it } from 'vitest'
import { readSettings } from './settings.js'

const CREDENTIALS = { GREEN_API_ID_INSTANCE: '1103000000', GREEN_API_TOKEN: 'a-token' }

it('uses the simulator without credentials', () => {
  expect(readSettings({})).toEqual({
    port: undefined,
    upstream: 'simulator',
    apiUrl: undefined,
    chatsFile: undefined,
  })
})

it('uses the real GREEN-API with both', () => {
  const env = {
    ...CREDENTIALS,
    GREEN_API_URL: 'https://1103.api.green-api.com',
    DEMO_CHATS: 'chats.txt',
    PORT: '8080',
  }
  expect(readSettings(env)).toEqual({
    port: 8080,
    upstream: 'greenapi',
    apiUrl: 'https://1103.api.green-api.com',
    chatsFile: 'chats.txt',
  })
})

it('does not let the token out', () => {
  expect(JSON.stringify(readSettings(CREDENTIALS))).not.toContain('a-token')
})

it('takes an empty variable for none', () => {
  expect(readSettings({ GREEN_API_TOKEN: ' ', GREEN_API_ID_INSTANCE: '', PORT: '' }).upstream).toBe(
    'simulator',
  )
})

it('says which variable is missing', () => {
  expect(() => readSettings({ GREEN_API_TOKEN: 'a-token' })).toThrow(/GREEN_API_ID_INSTANCE is missing/)
  expect(() => readSettings({ GREEN_API_ID_INSTANCE: '1' })).toThrow(/GREEN_API_TOKEN is missing/)
})

it('refuses a port that is none', () => {
  for (const PORT of ['http', '70000', '-1', '80.5']) expect(() => readSettings({ PORT })).toThrow(/PORT is/)
})

it('refuses a list of real chats for the simulator', () => {
  expect(() => readSettings({ DEMO_CHATS: 'chats.txt' })).toThrow(/real instance/)
})
