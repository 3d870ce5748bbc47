import { AvatarError, chatIdKind, parseChatId } from '@greenapi/avatar-core/protocol'
import type { Chat } from './chat.js'

/** A line that names no chat, and what to do about it. */
export interface ChatLineProblem {
  /** Counted from 1. */
  readonly line: number
  readonly message: string
}

/** What a pasted text or a file of chats comes to. */
export interface ChatLines {
  readonly chats: readonly Chat[]
  readonly problems: readonly ChatLineProblem[]
}

/**
 * Reads one chat a line: `id` or `id,name`. Empty lines and lines that begin with `#` are skipped, a chat named twice
 * is taken once, and every line that cannot be read gets a problem of its own while the others still count.
 */
export function parseChatLines(text: string): ChatLines {
  return readChats(text.split(/\r\n|\r|\n/).map(splitLine))
}

/** Reads a JSON list of chats: strings, or objects with `id` (or `chatId`) and `name`. */
export function parseChatJson(text: string): ChatLines {
  const value: unknown = JSON.parse(text)
  if (!Array.isArray(value)) throw new TypeError('it must hold a list: ["5521999990000@c.us", …]')
  return readChats(value.map(splitEntry))
}

interface Entry {
  readonly id: string
  readonly name: string
}

function splitLine(line: string): Entry | undefined {
  const trimmed = line.trim()
  if (trimmed === '' || trimmed.startsWith('#')) return undefined
  const at = trimmed.search(/[,;\t]/)
  if (at === -1) return { id: trimmed, name: '' }
  return { id: trimmed.slice(0, at).trim(), name: trimmed.slice(at + 1).trim() }
}

function splitEntry(entry: unknown): Entry {
  if (typeof entry === 'string') return { id: entry.trim(), name: '' }
  if (typeof entry !== 'object' || entry === null) return { id: String(entry), name: '' }
  const id = 'id' in entry ? entry.id : 'chatId' in entry ? entry.chatId : ''
  const name = 'name' in entry ? entry.name : ''
  return {
    id: typeof id === 'string' ? id.trim() : String(id),
    name: typeof name === 'string' ? name.trim() : '',
  }
}

function readChats(entries: readonly (Entry | undefined)[]): ChatLines {
  const chats = new Map<string, Chat>()
  const problems: ChatLineProblem[] = []
  for (const [index, entry] of entries.entries()) {
    if (entry === undefined) continue
    try {
      const id = parseChatId(entry.id)
      const kind = chatIdKind(id) === 'group' ? 'group' : 'person'
      if (!chats.has(id)) chats.set(id, { id, name: entry.name, kind })
    } catch (error) {
      problems.push({ line: index + 1, message: explain(entry.id, error) })
    }
  }
  return { chats: [...chats.values()], problems }
}

function explain(id: string, error: unknown): string {
  const shown = id.length > 40 ? `${id.slice(0, 40)}…` : id
  if (id === '') return 'There is no chat id before the comma.'
  if (error instanceof AvatarError && error.code === 'unsupported_chat_id') {
    return `“${shown}” is a channel or a broadcast list. Those have no avatar to ask for.`
  }
  return `“${shown}” is not a chat id. Write a number with its country code (+55 21 99999-0000) or an id (120363043968066561@g.us).`
}
