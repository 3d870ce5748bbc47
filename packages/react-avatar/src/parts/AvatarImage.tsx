'use client'
import { acceptRef } from '../part/acceptRef.js'
import type { PartComponent, PartProps } from '../part/PartProps.js'
import { imageStyle } from '../part/pictureProps.js'
import { usePart } from '../part/usePart.js'
import { useAvatarParts } from './AvatarPartsContext.js'

/** The props of `Avatar.Image`, over those of an `img`. What to show is given to `Avatar.Root`. */
export type AvatarImageProps = Omit<PartProps<'img'>, 'src' | 'srcSet' | 'sizes' | 'children'>

/**
 * The picture: one `<img loading="lazy">` over the fallback, there as long as the Root has a `src`, whatever its state. Its
 * name is the Root's, so its `alt` stays empty.
 */
export const AvatarImage: PartComponent<AvatarImageProps, HTMLImageElement> = acceptRef<
  AvatarImageProps,
  HTMLImageElement
>(function AvatarImage(props) {
  const { state, img } = useAvatarParts()
  const element = usePart(
    {
      className: 'wa-avatar-image',
      alt: '',
      // Before the url, or some browsers begin to load it at once.
      loading: 'lazy',
      // Other hosts need not know which page shows a picture.
      referrerPolicy: img?.src?.includes('//') ? 'no-referrer' : undefined,
      style: imageStyle(state.image),
      ...img,
    },
    props,
    state,
    'img',
  )
  return img?.src ? element : null
})
