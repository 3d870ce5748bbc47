'use client'
import { useImage } from '../image/useImage.js'
import { acceptRef } from '../part/acceptRef.js'
import type { AvatarState, AvatarStatus, PartComponent, PartProps } from '../part/PartProps.js'
import { ROOT_STYLE } from '../part/pictureProps.js'
import { usePart } from '../part/usePart.js'
import { provideParts } from './AvatarPartsContext.js'

/** The props of `Avatar.Root`, over those of a `span`. */
export interface AvatarRootProps extends PartProps<'span'> {
  /** The picture's url. Undefined: there is none, and the fallback shows. */
  src?: string | undefined
  /** As of an `<img>`. */
  srcSet?: string | undefined
  /** As of an `<img>`. */
  sizes?: string | undefined
  /** What `data-status` says. Default: `'found'` with a `src`, else `'idle'`. */
  status?: AvatarStatus | undefined
  /** The accessible name, with `role="img"` unless there is a `render`. Without it the avatar is silent. */
  label?: string | undefined
}

/**
 * The box of an avatar; takes the picture and holds its state, which `Avatar.Image` and `Avatar.Fallback` read. Renders a
 * `span` with `data-status` and `data-image`. Its size is yours to set. Where one Root is used again for another person,
 * give it a `key`, or the picture of the one before stays until the next has loaded.
 */
export const AvatarRoot: PartComponent<AvatarRootProps, HTMLElement> = acceptRef<
  AvatarRootProps,
  HTMLElement
>(function AvatarRoot({ src, srcSet, sizes, status = src ? 'found' : 'idle', label, ...rest }) {
  const { status: image, img } = useImage(src)
  const state: AvatarState = { status, image }
  const element = usePart(
    {
      className: 'wa-avatar',
      'data-status': status,
      'data-image': image,
      'data-size': 'none',
      style: ROOT_STYLE,
      role: rest.render || !label ? undefined : 'img',
      'aria-label': label,
    },
    rest,
    state,
  )
  return provideParts({ state, img: { ...img, srcSet, sizes, src } }, element)
})
