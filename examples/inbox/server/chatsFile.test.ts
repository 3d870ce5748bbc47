import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readChatsFile } from './chatsFile.js'
import { StartError } from './settings.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chats-'))
})
afterAll(() => rm(folder, { recursive: true }))

const read = async (text: string): Promise<readonly { id: string }[]> => {
  const path = join(folder, 'chats')
  await writeFile(path, text)
  return readChatsFile(path)
}

it('reads lines and JSON', async () => {
  expect(await read('5521999990000, Ana\n')).toMatchObject([{ id: '5521999990000@c.us', name: 'Ana' }])
  expect(await read(' ["5521999990000"]')).toMatchObject([{ id: '5521999990000@c.us' }])
})

it('stops at a line that names no chat, and says which', async () => {
  await expect(read('5521999990000\nhello\nnull@c.us')).rejects.toThrow(/line 2: “hello”.* 1 more/)
})

it('says when there is no file, no chat, or no JSON', async () => {
  await expect(readChatsFile(join(folder, 'none'))).rejects.toThrow(/cannot be read \(ENOENT\)/)
  await expect(read('# later')).rejects.toThrow(/holds no chat/)
  await expect(read('["')).rejects.toThrow(StartError)
})
