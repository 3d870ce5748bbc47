import type { Chat } from '../../shared/chat.js'
import { phrasesOf } from './language.js'
import type { Exchange } from './phrases/phrases.js'
import { pick, seedOf } from './seed.js'

/** One bubble. */
export interface Message {
  readonly id: string
  readonly text: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly mine: boolean
  /** Who wrote it; only in groups whose members are known. */
  readonly senderId?: string | undefined
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SPEAKERS = 5

/**
 * The made-up conversation of a chat, oldest message first and the last one at `lastAt`. It depends on the chat alone,
 * so that it reads the same after every reload.
 */
export function conversationOf(chat: Chat, lastAt: number): readonly Message[] {
  const seed = seedOf(chat.id)
  const messages: Message[] = []
  let at = lastAt
  for (const [age, exchange] of exchangesOf(chat, seed).entries()) {
    const spoken = speak(exchange, speakersOf(chat, seed + age))
    for (let index = spoken.length - 1; index >= 0; index--) {
      const line = spoken[index]
      if (line === undefined) continue
      messages.unshift({ ...line, id: `${age}.${index}`, at })
      at -= (1 + (seedOf(`${chat.id}/${age}/${index}`) % 7)) * MINUTE
    }
    at = awake(at - (3 + (seedOf(`${chat.id}/${age}`) % 30)) * HOUR)
  }
  return messages
}

/** The same time, or the evening before if it falls into the night: made-up people sleep. */
export function awake(at: number): number {
  const hour = new Date(at).getHours()
  return hour < 7 ? at - (hour + 2) * HOUR : at
}

/** The last line of {@link conversationOf}, without making the lines before it: a row of the list needs no more. */
export function lastMessageOf(chat: Chat, lastAt: number): Message {
  const seed = seedOf(chat.id)
  const exchange = latestExchange(chat, seed)
  const line = speak(exchange, speakersOf(chat, seed)).at(-1)
  return { id: `0.${exchange.length - 1}`, at: lastAt, ...(line ?? { text: '', mine: false }) }
}

/** How many lines somebody else has left unanswered at the end. */
export function unansweredLines(chat: Chat): number {
  const lines = latestExchange(chat, seedOf(chat.id))
  const lastMine = lines.findLastIndex((line) => line.startsWith('>'))
  return lines.length - 1 - lastMine
}

function latestExchange(chat: Chat, seed: number): Exchange {
  return pick(poolOf(chat), seed) ?? []
}

/** Newest first, each exchange at most once. */
function exchangesOf(chat: Chat, seed: number): readonly Exchange[] {
  const pool = poolOf(chat)
  const count = Math.min(pool.length, 3 + (seed % 4))
  return Array.from({ length: count }, (_, age) => pool[(seed + age) % pool.length] ?? [])
}

function poolOf(chat: Chat): readonly Exchange[] {
  const phrases = phrasesOf(chat)
  return chat.kind === 'group' ? phrases.group : phrases.person
}

function speakersOf(chat: Chat, seed: number): readonly string[] {
  const members = chat.memberIds ?? []
  const from = members.length === 0 ? 0 : seed % members.length
  return [...members.slice(from), ...members.slice(0, from)].slice(0, SPEAKERS)
}

function speak(exchange: Exchange, speakers: readonly string[]): readonly Omit<Message, 'id' | 'at'>[] {
  let turn = -1
  return exchange.map((line) => {
    const text = line.slice(2)
    if (line.startsWith('>')) return { text, mine: true }
    if (line.startsWith('<')) turn++
    return { text, mine: false, senderId: pick(speakers, Math.max(turn, 0)) }
  })
}
