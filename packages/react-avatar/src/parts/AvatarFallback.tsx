'use client'
import { acceptRef } from '../part/acceptRef.js'
import type { PartComponent, PartProps } from '../part/PartProps.js'
import { fallbackStyle } from '../part/pictureProps.js'
import { usePart } from '../part/usePart.js'
import { useAvatarParts } from './AvatarPartsContext.js'

/** The props of `Avatar.Fallback`, over those of a `span`. */
export type AvatarFallbackProps = PartProps<'span'>

/**
 * What shows as long as no picture is painted. Renders a `span` hidden from screen readers, and invisible under a picture.
 */
export const AvatarFallback: PartComponent<AvatarFallbackProps, HTMLElement> = acceptRef<
  AvatarFallbackProps,
  HTMLElement
>(function AvatarFallback(props) {
  const { state } = useAvatarParts()
  const ours = { className: 'wa-avatar-fallback', 'aria-hidden': true, style: fallbackStyle(state.image) }
  return usePart(ours, props, state)
})
