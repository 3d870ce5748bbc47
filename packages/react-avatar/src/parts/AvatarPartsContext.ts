'use client'
import { createContext, useContext } from 'react'
import type { Context, ReactElement, ReactNode } from 'react'
import { jsx } from 'react/jsx-runtime'
import type { PictureSources } from '../image/pictureSources.js'
import type { ImageController } from '../image/useImage.js'
import type { AvatarState } from '../part/PartProps.js'

declare const process: { env: { NODE_ENV?: string } }

/** What the parts of an avatar know of it. State only flows down. */
export interface AvatarParts {
  state: AvatarState
  /** Props of the `<img>`. */
  img?: ImageController['img'] & PictureSources
}

/** What there is to know outside of an avatar. */
const NO_AVATAR: AvatarParts = { state: { status: 'idle', image: 'idle' } }

const AvatarPartsContext: Context<AvatarParts> = createContext(NO_AVATAR)

/** Gives an avatar's parts, which are in `children`, what they are to know. */
export const provideParts = (value: AvatarParts, children: ReactNode): ReactElement =>
  jsx(AvatarPartsContext.Provider, { value, children })

/** The avatar around a part. Without one there is an error in development; in production, a part without a picture. */
export function useAvatarParts(): AvatarParts {
  const parts = useContext(AvatarPartsContext)
  // Bundlers drop this in production; without one there may be no `process`.
  try {
    if (process.env.NODE_ENV !== 'production') refuseToBeAlone(parts)
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
  }
  return parts
}

function refuseToBeAlone(parts: AvatarParts): void {
  if (parts !== NO_AVATAR) return
  throw new Error(
    '@greenapi/react-avatar: no <Avatar.Root> above, which holds the state. Put the part inside one.',
  )
}
