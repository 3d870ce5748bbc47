import type { AvatarStatus } from '../part/PartProps.js'
import { kindOf } from './kindOf.js'

/** Statuses that have a glyph of their own. */
const REASON = /hidden|no_account|error/

/** The small sign that `styles.css` draws where there are no initials: a person, a group, or why there is no picture. */
export const glyphOf = (chatId: string, status: AvatarStatus): string =>
  REASON.test(status) ? status : kindOf(chatId)
