import { expect, test } from 'vitest'
import { createDirectory } from './directory.js'

const ANA = '12025550143@c.us'

test('a change makes a new object and leaves the rest as it was', () => {
  const before = { chatId: ANA, name: 'Ana', kind: 'user', outcome: 'found', pictureId: 'dog' } as const
  const directory = createDirectory('1', [before])
  expect(directory.contacts).toEqual([before])
  expect(directory.change(ANA, { outcome: 'hidden' })).toEqual({
    chatId: ANA,
    name: 'Ana',
    kind: 'user',
    outcome: 'hidden',
  })
  expect(before.outcome).toBe('found')
  expect(directory.contacts).toEqual([directory.get(ANA)])
})

test('a picture makes the outcome found; found without a picture gets one', () => {
  const directory = createDirectory('1', [])
  expect(directory.change(ANA, { pictureId: 'cake' })).toMatchObject({ outcome: 'found', pictureId: 'cake' })
  directory.change(ANA, { outcome: 'none' })
  expect(directory.change(ANA, { outcome: 'found' }).pictureId).toEqual(expect.any(String))
})

test('the same picture uploaded again is another file', () => {
  const directory = createDirectory('1', [])
  const first = directory.fileNameOf(directory.change(ANA, { pictureId: 'cake' }))
  directory.change(ANA, { pictureId: 'dog' })
  const again = directory.fileNameOf(directory.change(ANA, { pictureId: 'cake' }))
  expect(again).not.toBe(first)
  expect(directory.ownerOf(first ?? '')).toBeUndefined()
  expect(directory.ownerOf(again ?? '')?.chatId).toBe(ANA)
})

test('a new chat gets its kind from its id', () => {
  const directory = createDirectory('1', [])
  expect(directory.change('102388094480549@lid', {}).kind).toBe('lid')
  expect(directory.change('120363043968066561@g.us', { name: 'Class' })).toMatchObject({
    kind: 'group',
    name: 'Class',
  })
  expect(directory.change('12025550143-1581234048@g.us', {}).kind).toBe('group')
})

test('an unusable chat id and an unknown picture are refused', () => {
  const directory = createDirectory('1', [])
  expect(() => directory.change('null@c.us', {})).toThrow(/"null@c.us" is no chat id/)
  expect(() => directory.change(ANA, { pictureId: 'unicorn' })).toThrow(/there is no picture "unicorn"/)
})
