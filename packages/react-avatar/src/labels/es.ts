import type { ShippedLabels } from './AvatarLabels.js'

/** Spanish. */
export const esLabels: ShippedLabels<'es'> = {
  locale: 'es',
  person: 'Contacto de WhatsApp',
  group: 'Grupo de WhatsApp',
  badge: '{name}, {badge}',
  more: { one: '{count} persona más', many: '{count} personas más', other: '{count} personas más' },
}
