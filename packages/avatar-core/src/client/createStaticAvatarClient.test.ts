import { describe, expect, test, vi } from 'vitest'
import type { Avatar } from '../protocol/Avatar.js'
import { AvatarError } from '../protocol/AvatarError.js'
import { createStaticAvatarClient } from './createStaticAvatarClient.js'

const ANA = '5521999990000@c.us'
const found: Avatar = { status: 'found', url: 'ana.jpg', freshForMs: 5 }

describe('default', () => {
  test('answers by chat id, in any form of it', async () => {
    const client = createStaticAvatarClient({ '+55 21 99999-0000': found })
    expect(await client.getAvatar(ANA)).toBe(found)
    expect(await client.getAvatar('5521999990000')).toBe(found)
    expect(client.scope).toBe('default')
    expect(client.resolveUrl('ana.jpg')).toBe('ana.jpg')
  })

  test('chats without an answer have no picture', async () => {
    expect(await createStaticAvatarClient({}).getAvatar(ANA)).toMatchObject({ status: 'none' })
  })

  test('answers may be errors and promises', async () => {
    const client = createStaticAvatarClient({
      '1234561': new AvatarError('network'),
      '1234562': Promise.resolve(found),
      '1234563': new Promise<Avatar>(() => {}),
    })
    await expect(client.getAvatar('1234561')).rejects.toMatchObject({ code: 'network' })
    expect(await client.getAvatar('1234562')).toBe(found)
    expect(await Promise.race([client.getAvatar('1234563'), Promise.resolve('pending')])).toBe('pending')
  })

  test('invalid chat ids are refused, as keys at creation', async () => {
    await expect(createStaticAvatarClient({}).getAvatar('x')).rejects.toMatchObject({
      code: 'invalid_chat_id',
    })
    expect(() => createStaticAvatarClient({ x: found })).toThrow(AvatarError)
  })
})

test('a function is asked at each call', async () => {
  const answers = vi.fn<() => Avatar>(() => found)
  const client = createStaticAvatarClient(answers, { scope: 's', backendUrl: '/b' })
  await client.getAvatar('+55 21 99999-0000', { refresh: true })
  await client.getAvatar(ANA)
  expect(answers.mock.calls).toEqual([
    [ANA, { refresh: true }],
    [ANA, {}],
  ])
  expect(client.scope).toBe('s')
  expect(client.resolveUrl('ana.jpg')).toBe('/b/ana.jpg')
})

test('an abort rejects at once with the signal’s own reason', async () => {
  const client = createStaticAvatarClient(() => new Promise(() => {}))
  const controller = new AbortController()
  const answer = client.getAvatar(ANA, { signal: controller.signal })
  controller.abort('enough')
  await expect(answer).rejects.toBe('enough')
  await expect(client.getAvatar(ANA, { signal: AbortSignal.abort('before') })).rejects.toBe('before')
})
