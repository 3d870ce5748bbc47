import type { ShippedLabels } from './AvatarLabels.js'

/** Russian. */
export const ruLabels: ShippedLabels<'ru'> = {
  locale: 'ru',
  person: 'Контакт WhatsApp',
  group: 'Группа WhatsApp',
  badge: '{name}, {badge}',
  more: {
    one: 'ещё {count} человек',
    few: 'ещё {count} человека',
    many: 'ещё {count} человек',
    other: 'ещё {count} человека',
  },
}
