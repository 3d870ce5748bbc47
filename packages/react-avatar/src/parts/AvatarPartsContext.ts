'use client'
import { createContext } from 'react'
import type { Context } from 'react'
import type { PictureSources } from '../image/pictureSources.js'
import type { ImageController } from '../image/useImage.js'
import type { AvatarState } from '../part/PartProps.js'
import { useRequired } from '../scope/useRequired.js'

/** What the parts of an avatar, and whatever stands in for its picture, know of it. State only flows down. */
export interface AvatarParts {
  state: AvatarState
  /** Props of the `<img>`. Undefined inside of `WhatsAppAvatar`, which renders its own. */
  img?: (ImageController['img'] & PictureSources) | undefined
}

export const AvatarPartsContext: Context<AvatarParts | undefined> = createContext<AvatarParts | undefined>(
  undefined,
)

/** The avatar around a part. */
export const useAvatarParts = (): AvatarParts => useRequired(AvatarPartsContext, 'Avatar.Root')
