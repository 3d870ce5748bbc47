import { AvatarError } from './AvatarError.js'

declare const CANONICAL: unique symbol

/** A chat id in its one canonical form, as `parseChatId` returns it. A `ChatId` is a string wherever one is wanted. */
export type ChatId = string & { readonly [CANONICAL]: true }

/** What a chat id stands for: a person by phone (or messenger user), a group, or a person by hidden id. */
export type ChatIdKind = 'user' | 'group' | 'lid'

/** Which messenger an instance serves. Ids of MAX and Telegram are bare digits, negative for groups. */
export type Messenger = 'whatsapp' | 'max' | 'telegram'

/** How to read a chat id. */
export interface ChatIdOptions {
  /** Default `'whatsapp'`. */
  messenger?: Messenger | undefined
}

// Three alternatives, each around what identifies the chat: a group (also with a person's suffix: no phone number looks like that
// or is as long), a hidden id, a phone number in a human form. Apps append `@c.us` to any id.
const WHATSAPP_ID =
  /^((\d{18,32}|\d{7,16}-\d{10})@[cg]\.us|(\d{10,20})@lid|(\+?\d[\d.\p{Pd}]*))(@c\.us|@s\.whatsapp\.net)*$/iu

/**
 * Reads a chat id in any form that apps are seen to hold, and returns its one canonical form:
 * `<digits>@c.us` (person), `<digits>@g.us` or `<digits>-<digits>@g.us` (group), `<digits>@lid` (person by hidden id),
 * or bare digits with `messenger: 'max' | 'telegram'`. A phone number in any human form becomes its digits; numbers are never
 * rewritten by country rules.
 *
 * @throws AvatarError `invalid_chat_id`, or `unsupported_chat_id` for channels and broadcast lists.
 * @example
 * parseChatId('+55 21 99999-0000') // '5521999990000@c.us'
 * parseChatId('5521999990000:12@S.WhatsApp.net') // '5521999990000@c.us'
 */
export function parseChatId(input: string, { messenger = 'whatsapp' }: ChatIdOptions = {}): ChatId {
  // Without the device that wrote (`:12`), white space, what is not seen, and brackets and slashes of phone numbers.
  const text = typeof input === 'string' ? input.replace(/:\d+(?=@)|[\s\p{Cf}()/]/gu, '') : ''
  const [, , group, lid, phone = ''] = WHATSAPP_ID.exec(text) ?? []
  const digits = phone.replace(/\D/g, '')
  const chatId =
    messenger !== 'whatsapp'
      ? /^-?[1-9]\d{0,18}$/.test(text) && text
      : group
        ? group + '@g.us'
        : lid
          ? lid + '@lid'
          : /^\d{7,16}$/.test(digits) && digits + '@c.us'
  if (!chatId) {
    throw new AvatarError(/@(news|broad)/i.test(text) ? 'unsupported_chat_id' : 'invalid_chat_id')
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place that brands
  return chatId as ChatId
}
