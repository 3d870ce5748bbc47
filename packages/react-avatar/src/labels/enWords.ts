import type { AvatarWords } from './AvatarLabels.js'

/** What a single avatar says in English: all that a page without groups has to load. */
export const EN_WORDS: AvatarWords = {
  locale: 'en',
  person: 'WhatsApp contact',
  group: 'WhatsApp group',
  badge: '{name}, {badge}',
}
