import type { ReactNode } from 'react'
import type { AvatarStatus } from '../part/PartProps.js'
import { Glyph } from './Glyph.js'
import { initials } from './initials.js'
import { isGroupId } from './isGroupId.js'

/** What stands in for the picture of a chat: the initials of its name, else a glyph that tells what or why. */
export type Face = (chatId: string, name: string | undefined, status: AvatarStatus) => ReactNode

export const defaultFace: Face = (chatId, name, status) => {
  const text = name && initials(name)
  if (text) return text
  const reason = status === 'hidden' || status === 'no_account' || status === 'error' ? status : undefined
  return <Glyph name={reason ?? (isGroupId(chatId) ? 'group' : 'person')} />
}
