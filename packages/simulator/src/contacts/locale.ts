import type { Random } from '../random.js'
import type { Some } from '../some.js'

/** The names of one language, as people and groups there carry them. */
export interface Locale {
  readonly code: string
  /** How often it comes up, against the others. */
  readonly weight: number
  readonly women: Some<string>
  readonly men: Some<string>
  /** Family names; where they differ by sex, `familiesOfWomen` holds the women's. */
  readonly families: Some<string>
  readonly familiesOfWomen?: Some<string> | undefined
  /** Order and spacing of a full name. */
  readonly order: 'given family' | 'family given' | 'familygiven'
  readonly businesses: Some<string>
  readonly groups: Some<string>
  /** Family groups: `*` stands for a family name. */
  readonly familyGroup: string
  /** A phone number in digits, country code first. */
  phone(random: Random): string
  /** How an unsaved number is shown. */
  showPhone(digits: string): string
}
