'use client'
import { Children, useMemo } from 'react'
import { acceptRef } from '../part/acceptRef.js'
import type { PartComponent, PartProps } from '../part/PartProps.js'
import { usePart } from '../part/usePart.js'
import type { AvatarLabels } from '../labels/AvatarLabels.js'
import { enLabels } from '../labels/en.js'
import { provideScope, useAvatarScope } from '../scope/AvatarScope.js'
import { dimensions } from '../look/appearance.js'
import type { AvatarShape, AvatarSize } from '../look/appearance.js'

/** What a group's `className`, `style` and `render` may depend on. */
export interface AvatarGroupState {
  /** How many avatars are shown. */
  shown: number
  /** How many more there are. */
  hidden: number
}

/** The props of {@link AvatarGroup}, over those of a `span`. */
export interface AvatarGroupProps extends PartProps<'span', AvatarGroupState> {
  /** Most avatars to show; those after it are not mounted, so they are not asked for. Default: all. */
  max?: number | undefined
  /** How many there are in all, where not all of them are children. */
  total?: number | undefined
  /** The size of all avatars inside. Default `'md'`. A named one, or `null`, where the provider has `inlineStyles={false}`. */
  size?: AvatarSize | undefined
  /** The shape of all avatars inside. Default `'circle'`. */
  shape?: AvatarShape | undefined
  /** What the group is, to screen readers. */
  label?: string | undefined
}

/**
 * Avatars that overlap, and "+N" for those that do not fit, spoken with the true count. Renders a `span` with
 * `role="group"` and `data-hidden`, and after the avatars a `span.wa-avatar-more`, with `data-long` where the figures need more
 * room than a circle has.
 *
 * @example
 * ```tsx
 * <AvatarGroup max={3} total={members.length} label="Members">
 *   {members.slice(0, 3).map((id) => <WhatsAppAvatar key={id} chatId={id} />)}
 * </AvatarGroup>
 * ```
 */
export const AvatarGroup: PartComponent<AvatarGroupProps, HTMLElement> = acceptRef<
  AvatarGroupProps,
  HTMLElement
>(function AvatarGroup({ max = Infinity, total, size = 'md', shape, label, children, ...rest }) {
  const scope = useAvatarScope()
  const { labels, inlineStyles } = scope
  const inner = useMemo(() => ({ ...scope, size, shape }), [scope, size, shape])
  const box = dimensions(size)
  const all = Children.toArray(children)
  const avatars = all.slice(0, max)
  const hidden = Math.max(0, (total ?? all.length) - avatars.length)
  const inWords = new Intl.NumberFormat(labels.locale).format(hidden)
  const inFigures = new Intl.NumberFormat(labels.locale, { notation: 'compact' }).format(hidden)
  const { more = enLabels.more }: Partial<AvatarLabels> = labels
  const words = more[new Intl.PluralRules(labels.locale).select(hidden)] ?? more.other
  return usePart(
    {
      role: 'group',
      'aria-label': label,
      className: 'wa-avatar-group',
      'data-hidden': hidden,
      children: provideScope(
        inner,
        <>
          {avatars}
          {hidden > 0 && (
            <span
              className="wa-avatar-more"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is text
              role="img"
              aria-label={words.replace('{count}', inWords)}
              data-long={inFigures.length > 3 || undefined}
              data-shape={shape}
              data-size={box.token}
              style={inlineStyles ? box.style : undefined}
            >
              <bdi dir="ltr">{`+${inFigures}`}</bdi>
            </span>
          )}
        </>,
      ),
    },
    rest,
    { shown: avatars.length, hidden },
  )
})
