'use client'
import { acceptRef } from '../part/acceptRef.js'
import type { PartComponent, PartProps } from '../part/PartProps.js'
import { usePart } from '../part/usePart.js'
import { useAvatarParts } from './AvatarPartsContext.js'

/** The props of `Avatar.Badge`, over those of a `span`. */
export type AvatarBadgeProps = PartProps<'span'>

/**
 * Something small at the bottom end, a dot when empty. Renders a `span` hidden from screen readers: what it means belongs
 * into the Root's `label`.
 */
export const AvatarBadge: PartComponent<AvatarBadgeProps, HTMLElement> = acceptRef<
  AvatarBadgeProps,
  HTMLElement
>(function AvatarBadge(props) {
  const { state } = useAvatarParts()
  return usePart({ className: 'wa-avatar-badge', 'aria-hidden': true }, props, state)
})
