import type { ChatId } from '@greenapi/avatar-core/protocol'

/** The form of a packed chat id, in the four highest bits of its first byte. */
const USER = 0
const GROUP = 1
const LID = 2
const OLD_GROUP = 3
const BARE = 4
const BARE_NEGATIVE = 5
const TEXT = 15

const OLD_GROUP_SECONDS = 10_000_000_000n
const FORMS: readonly (readonly [form: number, prefix: string, suffix: string])[] = [
  [USER, '', '@c.us'],
  [GROUP, '', '@g.us'],
  [LID, '', '@lid'],
  [BARE_NEGATIVE, '-', ''],
  [BARE, '', ''],
]

/** 60 bits hold every number of 18 digits, and the form joins them in 8 bytes. */
function packNumber(form: number, value: bigint, bytes: number): Uint8Array | undefined {
  const bits = BigInt(bytes * 8 - 4)
  if (value >> bits !== 0n) return undefined
  const packed = new Uint8Array(bytes)
  let rest = (BigInt(form) << bits) | value
  for (let at = bytes - 1; at >= 0; at--) {
    packed[at] = Number(rest & 0xffn)
    rest >>= 8n
  }
  return packed
}

function unpackNumber(packed: Uint8Array): bigint {
  let value = 0n
  for (const byte of packed) value = (value << 8n) | BigInt(byte)
  return value & ((1n << BigInt(packed.length * 8 - 4)) - 1n)
}

function packCompact(chatId: string): Uint8Array | undefined {
  const old = /^(\d{1,16})-(\d{10})@g\.us$/.exec(chatId)
  if (old !== null) {
    return packNumber(OLD_GROUP, BigInt(old[1] ?? '') * OLD_GROUP_SECONDS + BigInt(old[2] ?? ''), 12)
  }
  for (const [form, prefix, suffix] of FORMS) {
    if (!chatId.startsWith(prefix) || !chatId.endsWith(suffix)) continue
    const digits = chatId.slice(prefix.length, chatId.length - suffix.length)
    if (/^\d{1,18}$/.test(digits)) return packNumber(form, BigInt(digits), 8)
  }
  return undefined
}

/** A chat id as bytes: 8 for nearly all, 12 for groups named after a phone, its text where no short form is exact. */
export function packChatId(chatId: ChatId): Uint8Array {
  const compact = packCompact(chatId)
  // Leading zeros have no place in a number.
  if (compact !== undefined && unpackText(compact) === chatId) return compact
  const text = new TextEncoder().encode(chatId)
  const packed = new Uint8Array(text.length + 1)
  packed[0] = TEXT << 4
  packed.set(text, 1)
  return packed
}

/** The reverse of `packChatId`, for bytes that come out of a seal; `undefined` for a form of a later version. */
export function unpackChatId(packed: Uint8Array): ChatId | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- we sealed it, so it was a ChatId when it went in
  return unpackText(packed) as ChatId | undefined
}

function unpackText(packed: Uint8Array): string | undefined {
  const form = (packed[0] ?? 0xff) >> 4
  if (form === TEXT) return new TextDecoder().decode(packed.subarray(1))
  const value = unpackNumber(packed)
  if (form === OLD_GROUP) {
    return `${value / OLD_GROUP_SECONDS}-${String(value % OLD_GROUP_SECONDS).padStart(10, '0')}@g.us`
  }
  const known = FORMS.find(([candidate]) => candidate === form)
  return known === undefined ? undefined : `${known[1]}${value}${known[2]}`
}
