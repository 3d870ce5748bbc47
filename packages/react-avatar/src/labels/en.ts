import type { ShippedLabels } from './AvatarLabels.js'

/** English; what `<AvatarProvider>` uses unless told otherwise. */
export const enLabels: ShippedLabels<'en'> = {
  locale: 'en',
  person: 'WhatsApp contact',
  group: 'WhatsApp group',
  badge: '{name}, {badge}',
  more: { one: '{count} more person', other: '{count} more people' },
}
