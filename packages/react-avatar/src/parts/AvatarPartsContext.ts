'use client'
import { createContext, useContext } from 'react'
import type { Context } from 'react'
import type { PictureSources } from '../image/pictureSources.js'
import type { ImageController } from '../image/useImage.js'
import type { AvatarState } from '../part/PartProps.js'

/** What the parts of an avatar, and whatever stands in for its picture, know of it. State only flows down. */
export interface AvatarParts {
  state: AvatarState
  /** Undefined inside of `WhatsAppAvatar`, which renders its own `<img>`. */
  image?: ImageController | undefined
  sources?: Partial<PictureSources> | undefined
}

export const AvatarPartsContext: Context<AvatarParts | undefined> = createContext<AvatarParts | undefined>(
  undefined,
)

/** The avatar around a part. */
export function useAvatarParts(): AvatarParts {
  const parts = useContext(AvatarPartsContext)
  if (!parts) {
    throw new Error(
      '@greenapi/react-avatar: no <Avatar.Root> above, which holds the state. Put the part inside one.',
    )
  }
  return parts
}
