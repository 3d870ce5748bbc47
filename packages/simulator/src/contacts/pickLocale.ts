import type { Random } from '../random.js'
import type { Locale } from './locale.js'
import { LOCALES } from './locales/index.js'

/** A language, the common ones more often. */
export function pickLocale(random: Random): Locale {
  let left = random.next() * LOCALES.reduce((sum, locale) => sum + locale.weight, 0)
  for (const locale of LOCALES) {
    left -= locale.weight
    if (left < 0) return locale
  }
  return LOCALES[0]
}
