/** The plural categories that a language tells apart (Unicode CLDR, whole numbers). */
export interface PluralCategories {
  en: 'one' | 'other'
  'pt-BR': 'one' | 'many' | 'other'
  es: 'one' | 'many' | 'other'
  ru: 'one' | 'few' | 'many' | 'other'
}

/** The words of a single avatar. */
export interface AvatarWords {
  /** BCP 47 tag; chooses the plural rules and how numbers are written. */
  locale: string
  /** The name of a person whose name is not given. */
  person: string
  /** The name of a group whose name is not given. */
  group: string
  /** How a badge's meaning joins the name; has `{name}` and `{badge}`. */
  badge: string
}

/**
 * The words that the avatars say to screen readers. Plain JSON, so that it may come from a server component or a file.
 *
 * @example
 * ```ts
 * const de: AvatarLabels = {
 *   locale: 'de',
 *   person: 'WhatsApp-Kontakt',
 *   group: 'WhatsApp-Gruppe',
 *   badge: '{name}, {badge}',
 *   more: { one: '{count} weiterer', other: '{count} weitere' },
 * }
 * ```
 */
export interface AvatarLabels extends AvatarWords {
  /** What `AvatarGroup` says for those it does not show, by plural category; has `{count}`. */
  more: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
}

/** Labels of a language that ships with the package: a category that is missing is a type error. */
export interface ShippedLabels<Language extends keyof PluralCategories> extends AvatarLabels {
  locale: Language
  more: Record<PluralCategories[Language] | 'other', string>
}
