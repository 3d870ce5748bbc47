import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { toPermission } from './toPermission.js'

const ID = '5521999990000@c.us'

test('default: true is all, false is none, an object is what it says', () => {
  expect(toPermission(true)).toEqual({ kind: 'allowed', subject: undefined, chatIds: undefined })
  expect(toPermission(false)).toMatchObject({ kind: 'refused', response: { status: 403 } })
  expect(toPermission({ subject: 'ana' })).toMatchObject({ subject: 'ana', chatIds: undefined })
  expect(toPermission({ chatIds: [ID] })).toMatchObject({ subject: undefined, chatIds: new Set([ID]) })
  expect(toPermission({ chatIds: [] })).toMatchObject({ kind: 'allowed', chatIds: new Set() })
})

test.each<[what: string, value: unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a word', 'yes'],
  ['a number', 1],
  ['a bare list', [ID]],
  ['an empty list', []],
  ['an empty object', {}],
  ['a user record', { id: 1, name: 'Ana' }],
  ['chat ids that could not be found', { chatIds: undefined }],
  ['chat ids that could not be found, with a subject', { subject: 'ana', chatIds: undefined }],
  ['one chat id', { chatIds: ID }],
  ['chats that are no strings', { chatIds: [{ id: ID }] }],
  ['a set', { chatIds: new Set([ID]) }],
  ['a subject that could not be found', { subject: undefined }],
  ['a subject that is a number', { subject: 7 }],
  ['what is only inherited', Object.create({ subject: 'ana', chatIds: [ID] })],
  ['a function', () => true],
  ['a promise of a promise', Promise.resolve(true)],
  ['a response without a status', Response.error()],
])('%s is no permission', (_what, value) => {
  expect(() => toPermission(value)).toThrow(/authorize returned what is no permission/)
})

test.each<[what: string, value: unknown]>([
  ['of this realm', new Response('sign in', { status: 401 })],
  ['of another class', { status: 401, headers: new Headers(), body: null }],
  [
    'of another realm',
    runInNewContext('({ status: 401, headers: { get() { return null }, forEach() {} }, body: null })'),
  ],
  [
    'that has a subject, too',
    Object.assign(new Response(null, { status: 401 }), { subject: 'ana', chatIds: [ID] }),
  ],
])('a Response %s is a refusal', (_what, value) => {
  expect(toPermission(value)).toMatchObject({ kind: 'refused', response: { status: 401 } })
})

test('a Response keeps its cookies apart, and loses what was about its own connection', () => {
  const response = new Response('no', {
    status: 401,
    headers: {
      'content-encoding': 'gzip',
      'content-length': '34',
      'transfer-encoding': 'chunked',
      connection: 'close',
      upgrade: 'x',
      'www-authenticate': 'Bearer',
    },
  })
  response.headers.append('set-cookie', 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT')
  response.headers.append('set-cookie', 'b=2')
  const permission = toPermission(response)
  if (permission.kind !== 'refused') throw new Error('A Response is no permission.')
  expect(permission.response.headers).toEqual({
    'content-type': 'text/plain;charset=UTF-8',
    'www-authenticate': 'Bearer',
  })
  expect(permission.response.cookies).toEqual(['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2'])
})
