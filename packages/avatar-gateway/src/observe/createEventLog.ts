import { explainAvatarError } from '@greenapi/avatar-core/protocol'
import type { AvatarServerEvent, EventSink } from '@greenapi/avatar-server'
import type { Logger } from 'pino'
import { describeError } from './describeError.js'

/** Refused hosts that are remembered as logged; a host comes from upstream, so there may be many. */
const MAX_HOSTS = 100

/** Logs what somebody should know of; what happens all the time is left to the metrics, and to level `debug`. */
export function createEventLog(log: Logger): EventSink {
  const hosts = new Set<string>()

  const logBreaker = (event: Extract<AvatarServerEvent, { type: 'breaker' }>): void => {
    const { method, state } = event
    const fields = { event: 'breaker', method, ...state }
    if (state.state === 'closed') log.info(fields, 'GREEN-API answers again')
    else if (state.state === 'probing') log.debug(fields, 'trying GREEN-API again')
    else
      log.warn(
        fields,
        `GREEN-API is not asked for now; known avatars are still served. ${explain(state.code)}`,
      )
  }

  const logFetch = (event: Extract<AvatarServerEvent, { type: 'picture_fetch' }>): void => {
    const { type, outcome, reason, host, durationMs } = event
    const isNews = outcome === 'refused' && host !== undefined && hosts.size < MAX_HOSTS && !hosts.has(host)
    if (!isNews) return log.debug({ event: type, outcome, reason, durationMs }, 'picture fetched')
    hosts.add(host)
    log.warn(
      { event: type, outcome, reason, host },
      'a picture was not fetched; if its host is one of yours, add it to AVATAR_PICTURE_HOSTS',
    )
  }

  return (event) => {
    switch (event.type) {
      case 'breaker':
        return logBreaker(event)
      case 'picture_fetch':
        return logFetch(event)
      case 'slowed_down':
        return log.warn(
          { event: event.type, method: event.method },
          'GREEN-API answered 429: going slower. Does something else use this instance?',
        )
      case 'problem':
        return log.error({ event: event.type, where: event.where, ...describe(event.error) }, event.message)
      case 'upstream': {
        const { type, method, outcome, durationMs, background } = event
        return log.debug({ event: type, method, outcome, durationMs, background }, 'GREEN-API answered')
      }
      default:
        return undefined
    }
  }
}

function describe(error: unknown): object {
  return error === undefined ? {} : describeError(error)
}

function explain(code: Parameters<typeof explainAvatarError>[0]): string {
  return explainAvatarError(code).replace('@greenapi/avatar-core: ', '')
}
