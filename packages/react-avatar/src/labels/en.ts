import type { ShippedLabels } from './AvatarLabels.js'
import { EN_WORDS } from './enWords.js'

/** English; what `<AvatarProvider>` uses unless told otherwise. */
export const enLabels: ShippedLabels<'en'> = {
  ...EN_WORDS,
  locale: 'en',
  more: { one: '{count} more person', other: '{count} more people' },
}
