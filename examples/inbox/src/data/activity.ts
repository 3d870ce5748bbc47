import type { Chat } from '../../shared/chat.js'
import { awake, unansweredLines } from './conversation.js'
import { seedOf } from './seed.js'

/** A chat with what the list shows beside it. */
export interface ActiveChat {
  readonly chat: Chat
  /** When its made-up conversation ended, in milliseconds since the epoch. */
  readonly madeUpUntil: number
  readonly unread: number
  readonly online: boolean
}

const MINUTE = 60_000
const RECENT = 150

/**
 * Gives every chat a last activity before `now`, unread lines and presence, and keeps the order: the first rows are
 * minutes apart, the last of 2,000 about a year ago.
 */
export function withActivity(chats: readonly Chat[], now: number): readonly ActiveChat[] {
  let at = now - 2 * MINUTE
  return chats.map((chat, rank) => {
    const seed = seedOf(`activity/${chat.id}`)
    const recent = rank < RECENT
    const madeUpUntil = awake(at)
    at = madeUpUntil - (3 + (seed % 5) + rank * 0.24) * MINUTE
    return {
      chat,
      madeUpUntil,
      unread: recent && seed % 3 === 0 ? unreadLines(chat, seed) : 0,
      online: chat.kind === 'person' && recent && seed % 5 < 2,
    }
  })
}

/** A group can have gone on for longer than the page has phrases. */
function unreadLines(chat: Chat, seed: number): number {
  const lines = unansweredLines(chat)
  return lines === 0 || chat.kind === 'person' ? lines : lines + (seed % 13)
}
