'use client'
import { memo, useMemo, useReducer } from 'react'
import type { ReactNode } from 'react'
import { pictureSources } from '../image/pictureSources.js'
import { useImage } from '../image/useImage.js'
import { fallbackStyle, imageStyle } from '../part/pictureProps.js'
import type { OwnProps } from '../part/mergeProps.js'
import { acceptRef } from '../part/acceptRef.js'
import type { AvatarState, PartComponent, PartProps } from '../part/PartProps.js'
import { namePart, plainNaming } from '../part/namePart.js'
import { usePart } from '../part/usePart.js'
import { provideScope, useAvatarScope } from '../scope/AvatarScope.js'
import { dimensions } from '../look/appearance.js'
import type { AvatarShape, AvatarSize } from '../look/appearance.js'
import { colorOf } from '../look/colorOf.js'
import { glyphOf } from '../look/glyphOf.js'
import { kindOf } from '../look/kindOf.js'
import { createLiveAnswer } from '../source/liveAnswer.js'

/** The props of {@link WhatsAppAvatar}, over those of a `span`. */
export interface WhatsAppAvatarProps extends Omit<PartProps<'span'>, 'children'> {
  /** Whose avatar: a chat id or a phone number, in any form. `undefined` asks nothing. */
  chatId: string | undefined
  /** The name that people know the chat by: gives the accessible name and the initials. */
  name?: string | undefined
  /**
   * A named size, CSS pixels, a CSS length, or `null` to leave it to your CSS. Default `'md'`, 40 px, or the group's. A named one, or
   * `null`, where the provider has `inlineStyles={false}`.
   */
  size?: AvatarSize | undefined
  /** Default `'circle'`, or the group's. */
  shape?: AvatarShape | undefined
  /** `'lazy'` (default) asks and loads once near the viewport; `'eager'` at once. */
  loading?: 'lazy' | 'eager' | undefined
  /** What stands in for the picture, or a function of the state; undefined means initials, else a glyph. */
  fallback?: ReactNode | ((state: AvatarState) => ReactNode)
  /** Something small at the bottom end; `true` is a plain dot. Silent: say what it means with `badgeLabel`. */
  badge?: ReactNode
  /** What the badge means; joins the accessible name. */
  badgeLabel?: string | undefined
  /** The accessible name, where it should not be `name`. */
  label?: string | undefined
  /** True beside a visible name: says nothing to screen readers. Without effect on links and buttons, which need a name. */
  decorative?: boolean | undefined
}

/**
 * The avatar of one WhatsApp chat: asks for it when it comes near the viewport, shows its picture, and initials or a glyph
 * as long as there is none. Renders a `span` with `data-status`, `data-image` and `data-color`; needs an `<AvatarProvider>`.
 *
 * @example
 * ```tsx
 * <WhatsAppAvatar chatId="5521999990000@c.us" name="Maria Silva" size={48} />
 * ```
 */
export const WhatsAppAvatar: PartComponent<WhatsAppAvatarProps, HTMLElement> = memo(
  acceptRef<WhatsAppAvatarProps, HTMLElement>(function WhatsAppAvatar(props) {
    const scope = useAvatarScope()
    const { gate, labels, inlineStyles } = scope
    const {
      chatId,
      name,
      size = scope.size,
      shape = scope.shape,
      loading = 'lazy',
      fallback,
      badge,
      badgeLabel,
      label,
      decorative,
      ...rest
    } = props
    const [, onChange] = useReducer(() => ({}), {})
    const live = useMemo(
      () => createLiveAnswer(scope, { chatId, eager: loading === 'eager', onChange }),
      // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-deps -- a gate belongs to one source
      [gate, chatId, loading],
    )
    const { status, url: given, sizes } = live.answer
    const url = given && scope.client.resolveUrl(given)
    const { status: image, img } = useImage(url)

    const box = dimensions(size)
    const state: AvatarState = { status, image }
    const custom = typeof fallback === 'function' ? fallback(state) : fallback
    const content =
      custom === undefined ? name && scope.initials(name) : provideScope({ ...scope, around: state }, custom)
    const ownName = label || name || labels[kindOf(live.id)]
    // In one go: both are somebody else's text and may hold anything.
    const fullName = badgeLabel
      ? labels.badge.replace(/{\w+}/g, (word) => (word === '{name}' ? ownName : badgeLabel))
      : ownName

    const ours: OwnProps = {
      // Here and not by a second element, which would cost in each of a list.
      ...(!rest.render && plainNaming(fullName, decorative)),
      ref: live.ref,
      className: 'wa-avatar',
      'data-status': status,
      'data-image': image,
      'data-color': colorOf(live.id),
      'data-shape': shape,
      // A length that only CSS can read is measured by it.
      'data-size': inlineStyles && typeof box.value === 'string' ? 'none' : box.token,
      style: inlineStyles ? box.style : undefined,
      children: (
        <>
          {url && (
            <img
              // Another chat's picture may not stay on screen, and one that failed is tried again in a new element.
              key={live.key}
              className="wa-avatar-image"
              alt=""
              loading={loading}
              // Other hosts need not know which page shows a picture. Said to the own one, it costs for each in a list.
              referrerPolicy={url.includes('//') ? 'no-referrer' : undefined}
              style={inlineStyles || image === 'error' ? imageStyle(image) : undefined}
              {...img}
              {...pictureSources(url, sizes, box.value)}
            />
          )}
          <span
            ref={image === 'error' ? live.failedRef : undefined}
            className="wa-avatar-fallback"
            aria-hidden
            data-glyph={content ? undefined : glyphOf(live.id, status)}
            style={fallbackStyle(image)}
          >
            {content}
          </span>
          {badge && (
            <span className="wa-avatar-badge" aria-hidden>
              {badge}
            </span>
          )}
        </>
      ),
    }
    const element = usePart(ours, rest, state)
    return rest.render ? namePart(element, { name: fullName, decorative, inlineStyles }) : element
  }),
)
