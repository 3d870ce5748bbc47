import type { Message } from './conversation.js'
import type { TimeWords } from './time.js'

/** A message with its place in a run of one person's messages. */
export interface PlacedMessage {
  readonly message: Message
  /** Nobody else wrote just before it: the place for a name. */
  readonly first: boolean
  /** Nobody else wrote just after it: the place for an avatar. */
  readonly last: boolean
}

/** The messages of one day. */
export interface Day {
  readonly key: string
  readonly label: string
  readonly messages: readonly PlacedMessage[]
}

const RUN_MS = 30 * 60_000

/** Cuts a conversation into days, and each day into runs of one person that are at most half an hour apart. */
export function groupByDay(messages: readonly Message[], times: TimeWords): readonly Day[] {
  const days: { key: string; label: string; messages: Message[] }[] = []
  for (const message of messages) {
    const key = times.dayKey(message.at)
    const day = days.at(-1)
    if (day?.key === key) day.messages.push(message)
    else days.push({ key, label: times.day(message.at), messages: [message] })
  }
  return days.map((day) => ({
    ...day,
    messages: day.messages.map((message, index, all) => ({
      message,
      first: !sameRun(all[index - 1], message),
      last: !sameRun(message, all[index + 1]),
    })),
  }))
}

function sameRun(a: Message | undefined, b: Message | undefined): boolean {
  if (a === undefined || b === undefined) return false
  return a.mine === b.mine && a.senderId === b.senderId && b.at - a.at < RUN_MS
}
