import {
  type ChatId,
  type Messenger,
  type WireAnswer,
  isAvatarError,
  parseChatId,
} from '@greenapi/avatar-core/protocol'
import type { Wanted } from '../engine/lookUpMany.js'

export interface ReadIds {
  readonly wanted: readonly Wanted[]
  /** Lines for the strings that are no chat ids. */
  readonly invalid: readonly WireAnswer[]
}

/** Sorts what was sent into chats and lines that say why a string is none. */
export function readIds(
  sent: readonly string[],
  { refresh, messenger }: { readonly refresh: readonly string[]; readonly messenger: Messenger },
): ReadIds {
  const again = refresh.length === 0 ? undefined : new Set(refresh)
  const wanted: Wanted[] = []
  const invalid: WireAnswer[] = []
  for (const text of sent) {
    const read = tryParse(text, messenger)
    if (typeof read === 'string')
      wanted.push({ sent: text, chatId: read, refresh: again?.has(text) ?? false })
    else invalid.push({ chatId: text, status: 'error', code: read.code })
  }
  return { wanted, invalid }
}

function tryParse(
  text: string,
  messenger: Messenger,
): ChatId | { readonly code: 'invalid_chat_id' | 'unsupported_chat_id' } {
  try {
    return parseChatId(text, { messenger })
  } catch (error) {
    const isUnsupported = isAvatarError(error) && error.code === 'unsupported_chat_id'
    return { code: isUnsupported ? 'unsupported_chat_id' : 'invalid_chat_id' }
  }
}
