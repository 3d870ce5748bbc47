import { explainAvatarError } from '@greenapi/avatar-core/protocol'
import type { AvatarServerEvent, EventSink } from './events.js'

/** Different warnings that are written at the most; a handler has about ten. */
const MAX_WARNINGS = 20

/**
 * Where events go that a person has to act on: to the app's listener, or without one to the console, each text once. A handler
 * that only answers 502 would leave whoever sets it up in the dark.
 */
export function createTroubleSink(
  onEvent: EventSink | undefined,
  // oxlint-disable-next-line no-console -- only where the app listens to nothing
  warn: (text: string) => void = (text) => console.warn(text),
): EventSink {
  if (onEvent !== undefined) return onEvent
  const told = new Set<string>()
  return (event) => {
    const text = warningOf(event)
    if (text === undefined || told.has(text) || told.size >= MAX_WARNINGS) return
    told.add(text)
    warn(`${text} (Written once; pass onEvent to hear of everything.)`)
  }
}

/** What an event asks a person to do; `undefined` for those that ask nothing. */
function warningOf(event: AvatarServerEvent): string | undefined {
  switch (event.type) {
    case 'problem':
      return `${event.message}${ownText(event.error)}`
    case 'breaker': {
      const { state } = event.state
      if (state === 'closed') return undefined
      return `@greenapi/avatar-server: GREEN-API is not asked for a while; what is known goes on being served. ${withoutName(explainAvatarError(event.state.code))}`
    }
    case 'picture_fetch':
      if (event.outcome !== 'refused') return undefined
      return `@greenapi/avatar-server: a picture was not fetched (${event.reason ?? 'refused'}${event.host === undefined ? '' : `, ${event.host}`}). If its host is yours, a simulator say, list it in pictureHosts, and allow a private one with allowPrivateAddresses.`
    default:
      return undefined
  }
}

/** The text of an error of ours. That of the app's may name people, so only its kind is told. */
function ownText(error: unknown): string {
  if (error === undefined) return ''
  if (!(error instanceof Error)) return ' It was no Error.'
  return error.message.startsWith('@greenapi/avatar-server: ')
    ? ` ${withoutName(error.message)}`
    : ` It was: ${error.name}.`
}

const withoutName = (text: string): string => text.replace(/^@greenapi\/[\w-]+: /, '')
