import type { ReactNode } from 'react'
import type { AvatarStatus } from '../part/PartProps.js'
import { glyph } from './glyph.js'
import { initials } from './initials.js'
import { kindOf } from './kindOf.js'

/** What stands in for the picture of a chat: the initials of its name, else a glyph that tells what or why. */
export type Face = (chatId: string, name: string | undefined, status: AvatarStatus) => ReactNode

/** Statuses that have a glyph of their own. */
const REASON = /^(hidden|no_account|error)$/

export const defaultFace: Face = (chatId, name, status) =>
  (name && initials(name)) || glyph(REASON.test(status) ? status : kindOf(chatId))
