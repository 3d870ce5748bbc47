import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AvatarError } from './AvatarError.js'
import { parseChatId } from './chatId.js'
import type { Messenger } from './chatId.js'
import { isAvatarError } from './isAvatarError.js'
import { isChatId } from './isChatId.js'

/** The code that a chat id is refused with, or the canonical form it is read as. */
function outcomeOf(input: string, messenger?: Messenger): string {
  try {
    return parseChatId(input, { messenger })
  } catch (error) {
    if (isAvatarError(error)) return error.code
    throw error
  }
}

const PERSON = '5521999990000@c.us'
const GROUP = '120363043968066561@g.us'
const OLD_GROUP = '5521999990000-1581234048@g.us'
const LID = '102388094480549@lid'

describe('default', () => {
  test.each([
    [PERSON, PERSON],
    ['1234567@c.us', '1234567@c.us'],
    ['1234567890123456@c.us', '1234567890123456@c.us'],
    [GROUP, GROUP],
    ['12036304396806656199@g.us', '12036304396806656199@g.us'],
    [OLD_GROUP, OLD_GROUP],
    [LID, LID],
  ])('%s is canonical', (input, chatId) => {
    expect(outcomeOf(input)).toBe(chatId)
    expect(isChatId(input)).toBe(true)
  })

  test.each([
    ['5521999990000', PERSON],
    ['+55 21 99999-0000', PERSON],
    ['+55 (21) 99999-0000', PERSON],
    ['(+55) 21.99999.0000', PERSON],
    ['55/21/999990000', PERSON],
    ['+55\u00a021\u00a099999\u20110000', PERSON],
    ['\u202a+55 21 99999\u20130000\u202c', PERSON],
    ['\u200b5521999990000\ufeff', PERSON],
    ['+55 21 99999-0000@c.us', PERSON],
    ['5521999990000@s.whatsapp.net', PERSON],
    ['5521999990000:12@s.whatsapp.net', PERSON],
    ['5521999990000:12@c.us', PERSON],
    ['5521999990000@C.US', PERSON],
    ['5521999990000@S.WhatsApp.net', PERSON],
    [' 5521999990000 @c.us ', PERSON],
    ['5521999990000@c.us@c.us', PERSON],
    ['5521999990000@s.whatsapp.net@c.us', PERSON],
    [`${GROUP}@c.us`, GROUP],
    ['120363043968066561@c.us', GROUP],
    ['120363043968066561@G.US', GROUP],
    [`${OLD_GROUP}@c.us`, OLD_GROUP],
    ['5521999990000-1581234048@c.us', OLD_GROUP],
    ['102388094480549:3@lid', LID],
    ['102388094480549@LID', LID],
    [`${LID}@c.us`, LID],
  ])('%j is read as %s', (input, chatId) => {
    expect(outcomeOf(input)).toBe(chatId)
    expect(isChatId(input)).toBe(false)
  })

  test.each([
    '',
    ' ',
    '@c.us',
    'null@c.us',
    'undefined@c.us',
    'null',
    'undefined',
    'NaN@c.us',
    '[object Object]',
    'ana',
    '123456',
    '123456@c.us',
    '12345678901234567',
    '12345678901234567@c.us',
    '120363043968066561',
    '5521999990000-1581234048',
    '5521999990000@g.us',
    'abc@g.us',
    '123@lid',
    '5521999990000@gmail.com',
    '5521999990000@c.us@g.us',
    '-5521999990000',
    '5.521999990000e+12',
    '+1 555 123 4567 ext 89',
    '\ud800',
    '5521999990000\ud800@c.us',
  ])('%j is no chat id', (input) => {
    expect(outcomeOf(input)).toBe('invalid_chat_id')
    expect(isChatId(input)).toBe(false)
  })

  test.each([
    '120363@newsletter',
    'status@broadcast',
    '1234567890@broadcast',
    '120363@NEWSLETTER',
    '1@newsletter@c.us',
  ])('%s is refused as unsupported', (input) => {
    expect(outcomeOf(input)).toBe('unsupported_chat_id')
  })

  test.each([undefined, null, 5521999990000, {}, [], Symbol('id')])(
    '%j, which is no string, is refused',
    (input) => {
      expect(Reflect.apply.bind(undefined, parseChatId, undefined, [input])).toThrow(AvatarError)
      expect(isChatId(input)).toBe(false)
    },
  )
})

describe.each(['max', 'telegram'] as const)('messenger %s', (messenger) => {
  test.each(['10000000', '-10000000000000', '7'])('%s is canonical', (input) => {
    expect(outcomeOf(input, messenger)).toBe(input)
    expect(isChatId(input, { messenger })).toBe(true)
  })

  test('white space around an id is dropped', () => {
    expect(outcomeOf(' -10000000000000\n', messenger)).toBe('-10000000000000')
  })

  test.each(['+79001234567', '5521999990000@c.us', '007', '-', '1.5', '12345678901234567890'])(
    '%s is refused',
    (input) => {
      expect(outcomeOf(input, messenger)).toBe('invalid_chat_id')
    },
  )
})

describe('for every input', () => {
  const pieces = fc.constantFrom(
    '5521999990000',
    '120363043968066561',
    '-1581234048',
    '@',
    'c.us',
    'g.us',
    'lid',
    ':12',
    '+',
    ' ',
  )
  const inputs = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
  )
  const messengers = fc.constantFrom<Messenger>('whatsapp', 'max', 'telegram')

  test('reading is idempotent and throws nothing but AvatarError', () => {
    fc.assert(
      fc.property(inputs, messengers, (input, messenger) => {
        const once = outcomeOf(input, messenger)
        if (once === 'invalid_chat_id' || once === 'unsupported_chat_id') return
        expect(outcomeOf(once, messenger)).toBe(once)
        expect(isChatId(once, { messenger })).toBe(true)
        expect(once.length).toBeLessThanOrEqual(40)
      }),
      { numRuns: 2000 },
    )
  })

  test('a phone number in a human form equals its digits', () => {
    const digit = fc.integer({ min: 0, max: 9 })
    const gap = fc.constantFrom('', ' ', '-', '.', '/', '\u00a0', '\u2011', ' (', ') ', '\u200e')
    const phone = fc.array(fc.tuple(digit, gap), { minLength: 7, maxLength: 16 })
    fc.assert(
      fc.property(fc.constantFrom('', '+', '(+', ' +'), phone, (prefix, parts) => {
        const human = prefix + parts.map(([one, after]) => `${one}${after}`).join('')
        expect(outcomeOf(human)).toBe(`${parts.map(([one]) => one).join('')}@c.us`)
      }),
    )
  })

  test.each(['1', '+', ' ', '(', '-', '@', '1-', ':1', '1@c.us', '@c.us', '\u200b'])(
    'a megabyte of %j is read at once: a reader that is not linear would take hours',
    (piece) => {
      expect(outcomeOf(piece.repeat(1_000_000 / piece.length))).toMatch(/^(invalid|unsupported)_chat_id$/)
    },
  )
})
