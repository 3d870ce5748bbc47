import { plural } from '../../shared/plural.js'

/** Says times the way a person reads them, against one `now`. */
export interface TimeWords {
  /** For a row of the list: `14:05`, `Yesterday`, `Tue`, `3 Mar`, `3 Mar 2025`. */
  readonly short: (at: number) => string
  /** For a bubble: `14:05`. */
  readonly clock: (at: number) => string
  /** Between the days of a conversation: `Today`, `Yesterday`, `Tuesday 3 March`. */
  readonly day: (at: number) => string
  /** Names the day a time is in; two times of one day have the same. */
  readonly dayKey: (at: number) => string
}

const DAY = 86_400_000

/** Makes the words for one `now`; the formatters are made once, as each costs more than a hundred rows. */
export function createTimeWords(now: number, locale = 'en-GB', timeZone?: string): TimeWords {
  const format = (options: Intl.DateTimeFormatOptions): ((at: number) => string) => {
    const formatter = new Intl.DateTimeFormat(locale, {
      ...options,
      ...(timeZone === undefined ? {} : { timeZone }),
    })
    return (at) => formatter.format(at)
  }
  const clock = format({ hour: '2-digit', minute: '2-digit', hour12: false })
  const weekday = format({ weekday: 'short' })
  const date = format({ day: 'numeric', month: 'short' })
  const dateWithYear = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const longDay = format({ weekday: 'long', day: 'numeric', month: 'long' })
  const dayKey = format({ year: 'numeric', month: '2-digit', day: '2-digit' })
  const near = (at: number): 'Today' | 'Yesterday' | undefined => {
    if (dayKey(at) === dayKey(now)) return 'Today'
    return dayKey(at) === dayKey(now - DAY) ? 'Yesterday' : undefined
  }
  return {
    clock,
    dayKey,
    day: (at) => near(at) ?? longDay(at),
    short: (at) => {
      const word = near(at)
      if (word !== undefined) return word === 'Today' ? clock(at) : word
      if (now - at < 6 * DAY) return weekday(at)
      return now - at < 300 * DAY ? date(at) : dateWithYear(at)
    },
  }
}

/** A length of time for people: `5 minutes`, `about 12 hours`, `about 2 days`. */
export function saySpan(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  if (minutes < 90) return plural(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 36 ? `about ${plural(hours, 'hour')}` : `about ${plural(Math.round(hours / 24), 'day')}`
}
