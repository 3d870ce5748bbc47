import { parseChatId } from '@greenapi/avatar-core/protocol'
import { expect, test } from 'vitest'
import { createSealer } from './createSealer.js'
import { CHAT, HOUR_MS, OTHER_CHAT, SECRET, START_MS } from './pictures.kit.js'

const OTHER_SECRET = new Uint8Array(32).fill(9)

test('default: 47 characters that say neither the phone nor the picture, and open to both', async () => {
  const sealer = await createSealer([SECRET])
  const { text } = sealer.seal(CHAT, '1_2_3_n.jpg', START_MS)
  expect(text).toMatch(/^[A-Za-z0-9_-]{47}$/)
  expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain('55219')
  const opened = sealer.open(text, START_MS)
  expect(opened?.chatId).toBe(CHAT)
  expect(opened?.matches('1_2_3_n.jpg')).toBe(true)
  expect(opened?.matches('9_9_9_n.jpg')).toBe(false)
})

test('the same picture has the same url on every server with the same secret, and no other', async () => {
  const [here, there, elsewhere] = await Promise.all([
    createSealer([SECRET]),
    createSealer([SECRET.slice()]),
    createSealer([OTHER_SECRET]),
  ])
  const { text } = here.seal(CHAT, 'a.jpg', START_MS)
  expect(there.seal(CHAT, 'a.jpg', START_MS + 1).text).toBe(text)
  expect(elsewhere.seal(CHAT, 'a.jpg', START_MS).text).not.toBe(text)
  expect(elsewhere.open(text, START_MS)).toBeUndefined()
})

test('a new picture has a new url, and so has the same picture of another chat', async () => {
  const sealer = await createSealer([SECRET])
  const texts = [
    sealer.seal(CHAT, 'a.jpg', START_MS),
    sealer.seal(CHAT, 'b.jpg', START_MS),
    sealer.seal(OTHER_CHAT, 'a.jpg', START_MS),
  ].map(({ text }) => text)
  expect(new Set(texts).size).toBe(3)
})

test('an url stays for the rest of its 24 hour step, lives through the next one, and is dead then', async () => {
  const sealer = await createSealer([SECRET])
  const { text, renewAtMs, expiresAtMs } = sealer.seal(CHAT, 'a.jpg', START_MS)
  expect(renewAtMs - START_MS).toBeGreaterThan(0)
  expect(renewAtMs - START_MS).toBeLessThanOrEqual(24 * HOUR_MS)
  expect(expiresAtMs).toBe(renewAtMs + 24 * HOUR_MS)
  expect(sealer.seal(CHAT, 'a.jpg', renewAtMs - 1).text).toBe(text)
  expect(sealer.seal(CHAT, 'a.jpg', renewAtMs).text).not.toBe(text)
  expect(sealer.open(text, START_MS)?.expiresAtMs).toBe(expiresAtMs)
  expect(sealer.open(text, expiresAtMs - 1)?.expiresAtMs).toBe(expiresAtMs)
  expect(sealer.open(text, expiresAtMs)).toBeUndefined()
  expect(sealer.open(text, expiresAtMs + 400 * 24 * HOUR_MS)).toBeUndefined()
})

test('steps begin at another time of day for each chat', async () => {
  const sealer = await createSealer([SECRET])
  const hours = Array.from({ length: 200 }, (_, index) => {
    const { renewAtMs } = sealer.seal(parseChatId(`55219999${10_000 + index}@c.us`), 'a.jpg', START_MS)
    return Math.floor((renewAtMs % (24 * HOUR_MS)) / HOUR_MS)
  })
  expect(new Set(hours).size).toBe(24)
})

test('an url of a server whose clock is five minutes ahead opens, one from tomorrow does not', async () => {
  const sealer = await createSealer([SECRET])
  const { renewAtMs } = sealer.seal(CHAT, 'a.jpg', START_MS)
  const { text, expiresAtMs } = sealer.seal(CHAT, 'a.jpg', renewAtMs)
  expect(sealer.open(text, renewAtMs - 5 * 60_000)?.expiresAtMs).toBe(expiresAtMs)
  expect(sealer.open(text, renewAtMs - 5 * 60_000 - 1)).toBeUndefined()
})

test('nothing that was changed opens: no bit of the bytes, no second spelling, no other length', async () => {
  const sealer = await createSealer([SECRET])
  const { text } = sealer.seal(CHAT, 'a.jpg', START_MS)
  const bytes = Buffer.from(text, 'base64url')
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const forged = Buffer.from(bytes)
    forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(sealer.open(forged.toString('base64url'), START_MS)).toBeUndefined()
  }
  // The last character has two bits to spare; decoders ignore them.
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const twin = text.slice(0, -1) + alphabet.charAt(alphabet.indexOf(text.slice(-1)) + 1)
  expect(Buffer.from(twin, 'base64url')).toEqual(bytes)
  for (const other of [
    twin,
    `${text}=`,
    text.slice(0, -1),
    `${text}A`,
    '',
    'A',
    `${text}\n`,
    'é'.repeat(47),
  ]) {
    expect(sealer.open(other, START_MS)).toBeUndefined()
  }
  expect(sealer.open('A'.repeat(100_000), START_MS)).toBeUndefined()
})

test('after a change of the secret, urls of the old one still open while it is listed', async () => {
  const old = await createSealer([OTHER_SECRET])
  const { text } = old.seal(CHAT, 'a.jpg', START_MS)
  const both = await createSealer([SECRET, OTHER_SECRET])
  const opened = both.open(text, START_MS)
  expect(opened?.chatId).toBe(CHAT)
  expect(opened?.matches('a.jpg')).toBe(true)
  expect(both.seal(CHAT, 'a.jpg', START_MS).text).toBe(
    (await createSealer([SECRET])).seal(CHAT, 'a.jpg', START_MS).text,
  )
})

test('a short key and no key at all are refused', async () => {
  await expect(createSealer([new Uint8Array(15)])).rejects.toThrow(RangeError)
  await expect(createSealer([])).rejects.toThrow(RangeError)
})
