'use client'
import { createContext, createElement, useContext } from 'react'
import type { Context, ReactElement, ReactNode } from 'react'
import type { AvatarLabels, AvatarWords } from '../labels/AvatarLabels.js'
import type { AvatarShape, AvatarSize } from '../look/appearance.js'
import type { AvatarState } from '../part/PartProps.js'
import type { AvatarSource } from '../source/AvatarSource.js'
import { required } from './required.js'

/** What `<AvatarProvider>`, and groups in between, hand to every avatar below. */
export interface AvatarScope extends AvatarSource {
  /** Those of groups are English unless there are others. */
  labels: AvatarWords & Partial<AvatarLabels>
  /** Shortens names. */
  initials: (name: string) => string
  /** False under a Content-Security-Policy that forbids `style` attributes. */
  inlineStyles: boolean
  /** The size and shape of avatars that have none of their own. */
  size: AvatarSize
  shape?: AvatarShape | undefined
  /** The state of the avatar around, for what stands in for its picture. */
  around?: AvatarState
}

const AvatarScopeContext: Context<AvatarScope | undefined> = createContext<AvatarScope | undefined>(undefined)

/** Hands a scope to all avatars in `children`. */
export const provideScope = (value: AvatarScope, children: ReactNode): ReactElement =>
  createElement(AvatarScopeContext.Provider, { value }, children)

/** The nearest provider's scope. */
export const useAvatarScope = (): AvatarScope => required(useContext(AvatarScopeContext), 'AvatarProvider')
