import type { ReactNode } from 'react'
import type { AvatarStatus } from '../part/PartProps.js'
import { glyph, isGlyph } from './glyph.js'
import { initials } from './initials.js'
import { kindOf } from './kindOf.js'

/** What stands in for the picture of a chat: the initials of its name, else a glyph that tells what or why. */
export type Face = (chatId: string, name: string | undefined, status: AvatarStatus) => ReactNode

export const defaultFace: Face = (chatId, name, status) =>
  (name && initials(name)) || glyph(isGlyph(status) ? status : kindOf(chatId))
