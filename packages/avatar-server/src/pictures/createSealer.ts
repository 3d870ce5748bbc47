import type { ChatId } from '@greenapi/avatar-core/protocol'
import { cmac, gcmsiv } from '@noble/ciphers/aes.js'
import { decodeBase64Url, encodeBase64Url } from './base64.js'
import { packChatId, unpackChatId } from './packChatId.js'

const DAY_MS = 86_400_000
/** How far the clocks of two servers may differ when one has begun a step and the other has not. */
const CLOCK_SKEW_MS = 5 * 60_000
const DIGEST_BYTES = 8
const STEP_BYTES = 2
const TAG_BYTES = 16
const MAX_SEALED_CHARS = 160
const MIN_KEY_BYTES = 16

/** A url's text, and the times it lives by. */
export interface Seal {
  readonly text: string
  readonly renewAtMs: number
  readonly expiresAtMs: number
}

/** What a seal says. */
export interface OpenedSeal {
  readonly chatId: ChatId
  /** Tells one picture from another; says nothing about it. */
  readonly digest: string
  readonly expiresAtMs: number
  /** Is this the picture that was sealed? */
  matches(pictureId: string): boolean
}

/** Turns a chat's picture into a text that nobody else can make, read or guess, and back. */
export interface Sealer {
  seal(chatId: ChatId, pictureId: string, nowMs: number): Seal
  /** `undefined` for what we did not seal, and for what is 24 to 48 hours old. */
  open(text: string, nowMs: number): OpenedSeal | undefined
}

interface SealKey {
  readonly id: number
  readonly cipher: Uint8Array
  readonly mac: Uint8Array
}

async function deriveKey(keyMaterial: Uint8Array): Promise<SealKey> {
  if (keyMaterial.length < MIN_KEY_BYTES) {
    throw new RangeError(
      `@greenapi/avatar-server: the key for picture urls needs at least ${MIN_KEY_BYTES} bytes; give a longer secret.`,
    )
  }
  const text = new TextEncoder()
  const base = await crypto.subtle.importKey('raw', new Uint8Array(keyMaterial), 'HKDF', false, [
    'deriveBits',
  ])
  const salt = text.encode('@greenapi/avatar-server')
  const info = text.encode('picture url, version 1')
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, base, 49 * 8)
  const bytes = new Uint8Array(bits)
  return { id: bytes[48] ?? 0, cipher: bytes.slice(0, 32), mac: bytes.slice(32, 48) }
}

/** One nonce for all is what SIV is made for: equal input gives equal text, and only that shows. */
const NONCE = new Uint8Array(12)
const cipherOf = (key: SealKey) => gcmsiv(key.cipher, NONCE, Uint8Array.of(key.id))

const macOf = (key: SealKey, purpose: 'step' | 'picture', text: string): Uint8Array =>
  cmac(new TextEncoder().encode(`${purpose}:${text}`), key.mac)

const digestOf = (key: SealKey, pictureId: string): Uint8Array =>
  macOf(key, 'picture', pictureId).subarray(0, DIGEST_BYTES)

/** Each chat's day begins at a time of its own, so that not all urls change at once. */
function offsetOf(key: SealKey, chatId: ChatId): number {
  const mac = macOf(key, 'step', chatId)
  return new DataView(mac.buffer, mac.byteOffset).getUint32(0) % DAY_MS
}

/**
 * Makes a sealer. The text is base64url of: key id (1 byte, in clear), then AES-256-GCM-SIV over picture digest
 * (8), step (2) and packed chat id (8 or 12), tag (16).
 *
 * @param keyMaterial The newest secret first, then those whose urls shall still open. At least 16 bytes each.
 */
export async function createSealer(keyMaterial: readonly Uint8Array[]): Promise<Sealer> {
  const keys = await Promise.all(keyMaterial.map(deriveKey))
  const newest = keys[0]
  if (newest === undefined) {
    throw new RangeError('@greenapi/avatar-server: picture urls need a key; give `secret` or credentials.')
  }
  return {
    seal: (chatId, pictureId, nowMs) => seal(newest, chatId, pictureId, nowMs),
    open(text, nowMs) {
      if (text.length > MAX_SEALED_CHARS) return undefined
      const sealed = decodeBase64Url(text)
      if (sealed === undefined || sealed.length <= 1 + DIGEST_BYTES + STEP_BYTES + TAG_BYTES) return undefined
      for (const key of keys) {
        if (key.id !== sealed[0]) continue
        const opened = open(key, sealed, nowMs)
        if (opened !== undefined) return opened
      }
      return undefined
    },
  }
}

function seal(key: SealKey, chatId: ChatId, pictureId: string, nowMs: number): Seal {
  const offset = offsetOf(key, chatId)
  const step = Math.floor((nowMs + offset) / DAY_MS)
  const packed = packChatId(chatId)
  const payload = new Uint8Array(DIGEST_BYTES + STEP_BYTES + packed.length)
  payload.set(digestOf(key, pictureId), 0)
  new DataView(payload.buffer).setUint16(DIGEST_BYTES, step & 0xffff)
  payload.set(packed, DIGEST_BYTES + STEP_BYTES)
  const encrypted = cipherOf(key).encrypt(payload)
  const sealed = new Uint8Array(1 + encrypted.length)
  sealed[0] = key.id
  sealed.set(encrypted, 1)
  return {
    text: encodeBase64Url(sealed),
    renewAtMs: (step + 1) * DAY_MS - offset,
    expiresAtMs: (step + 2) * DAY_MS - offset,
  }
}

function open(key: SealKey, sealed: Uint8Array, nowMs: number): OpenedSeal | undefined {
  let payload: Uint8Array
  try {
    payload = cipherOf(key).decrypt(sealed.subarray(1))
  } catch {
    return undefined
  }
  const chatId = unpackChatId(payload.subarray(DIGEST_BYTES + STEP_BYTES))
  if (chatId === undefined) return undefined
  const offset = offsetOf(key, chatId)
  const sealedStep = new DataView(payload.buffer, payload.byteOffset).getUint16(DIGEST_BYTES)
  const step = Math.floor((nowMs + CLOCK_SKEW_MS + offset) / DAY_MS)
  // Sixteen bits of the step last until the year 2149; one from the future counts as one from long ago.
  const age = (step - sealedStep) & 0xffff
  const expiresAtMs = (step - age + 2) * DAY_MS - offset
  if (nowMs >= expiresAtMs) return undefined
  const digest = encodeBase64Url(payload.subarray(0, DIGEST_BYTES))
  return {
    chatId,
    digest,
    expiresAtMs,
    matches: (pictureId) => encodeBase64Url(digestOf(key, pictureId)) === digest,
  }
}
