'use client'
import { createContext } from 'react'
import type { Context } from 'react'
import type { Face } from '../look/defaultFace.js'
import type { AvatarLabels } from '../labels/AvatarLabels.js'
import type { AvatarShape, AvatarSize } from '../look/appearance.js'
import type { AvatarSource } from '../source/AvatarSource.js'
import { useRequired } from './useRequired.js'

/** What `<AvatarProvider>`, and groups in between, hand to every avatar below. */
export interface AvatarScope extends AvatarSource {
  /** True while a persisted cache is being read. */
  restoring: boolean
  labels: AvatarLabels
  face: Face
  /** False under a Content-Security-Policy that forbids `style` attributes. */
  inlineStyles: boolean
  /** The size and shape of avatars that have none of their own. */
  size: AvatarSize
  shape?: AvatarShape | undefined
}

export const AvatarScopeContext: Context<AvatarScope | undefined> = createContext<AvatarScope | undefined>(
  undefined,
)

/** The nearest provider's scope. */
export const useAvatarScope = (): AvatarScope => useRequired(AvatarScopeContext, 'AvatarProvider')
