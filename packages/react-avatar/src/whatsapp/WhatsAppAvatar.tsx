'use client'
import { forwardRef, memo, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { answerStatus } from '../answer/answerStatus.js'
import { AvatarPartsContext } from '../parts/AvatarPartsContext.js'
import { pictureSources } from '../image/pictureSources.js'
import { useImage } from '../image/useImage.js'
import { fallbackStyle, imageStyle, referrerPolicy } from '../part/pictureProps.js'
import type { AnyProps } from '../part/mergeProps.js'
import { namePart } from '../part/namePart.js'
import type { AvatarState, PartComponent, PartProps } from '../part/PartProps.js'
import { usePart } from '../part/usePart.js'
import { useAvatarScope } from '../scope/AvatarScope.js'
import { boxStyle, sizeToken, sizeValue } from './appearance.js'
import type { AvatarShape, AvatarSize } from './appearance.js'
import { colorOf } from './colorOf.js'
import { Glyph } from './Glyph.js'
import { initials } from './initials.js'

/** The props of {@link WhatsAppAvatar}, over those of a `span`. */
export interface WhatsAppAvatarProps extends Omit<PartProps<'span'>, 'children'> {
  /** Whose avatar: a chat id or a phone number, in any form. `undefined` asks nothing. */
  chatId: string | undefined
  /** The name that people know the chat by: gives the accessible name and the initials. */
  name?: string | undefined
  /** A named size, CSS pixels, a CSS length, or `null` to leave it to your CSS. Default `'md'`, 40 px, or the group's. */
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
  forwardRef<HTMLElement, WhatsAppAvatarProps>(function WhatsAppAvatar(props, forwardedRef) {
    const scope = useAvatarScope()
    const { source, labels, inlineStyles } = scope
    const {
      chatId,
      name,
      size = scope.size === undefined ? 'md' : scope.size,
      shape = scope.shape,
      loading = 'lazy',
      fallback,
      badge,
      badgeLabel,
      label,
      decorative,
      ...rest
    } = props
    const lazy = loading === 'lazy'
    const live = useMemo(() => source.live(chatId, !lazy), [source, chatId, lazy])
    const answer = useSyncExternalStore(live.subscribe, live.get, live.get)
    const status = answerStatus(answer)
    const found = typeof answer === 'object' && 'url' in answer ? answer : undefined
    const url = found && source.client.resolveUrl(found.url)
    const { status: image, key, handlers, send } = useImage(url, live.id)
    const failed = image === 'error'
    useEffect(() => (failed ? live.repair(() => send('restart')) : undefined), [failed, live, send])

    const state: AvatarState = { status, image }
    const isGroup = /@g\.us$|^-/.test(live.id)
    const text = name && initials(name)
    const custom = typeof fallback === 'function' ? fallback(state) : fallback
    let accessibleName = label || name || (isGroup ? labels.group : labels.person)
    if (badgeLabel) {
      accessibleName = labels.badge
        .replace('{name}', () => accessibleName)
        .replace('{badge}', () => badgeLabel)
    }

    const ours: AnyProps = {
      className: 'wa-avatar',
      'data-status': status,
      'data-image': image,
      'data-color': colorOf(live.id),
      'data-shape': shape,
      'data-size': sizeToken(size),
      style: inlineStyles ? boxStyle(size) : undefined,
      children: (
        <>
          {url && (
            <img
              key={key}
              className="wa-avatar-image"
              alt=""
              loading={lazy ? 'lazy' : undefined}
              referrerPolicy={referrerPolicy(url)}
              style={imageStyle(image, inlineStyles)}
              {...handlers}
              {...pictureSources(url, found?.sizes, sizeValue(size))}
            />
          )}
          <span className="wa-avatar-fallback" aria-hidden style={fallbackStyle(image)}>
            {custom === undefined ? (
              text || (
                <Glyph
                  name={
                    status === 'hidden' || status === 'no_account' || status === 'error'
                      ? status
                      : isGroup
                        ? 'group'
                        : 'person'
                  }
                />
              )
            ) : (
              <AvatarPartsContext.Provider value={{ state }}>{custom}</AvatarPartsContext.Provider>
            )}
          </span>
          {badge && (
            <span className="wa-avatar-badge" aria-hidden>
              {badge}
            </span>
          )}
        </>
      ),
    }
    return namePart(
      usePart(ours, rest, state, { ownRef: live.ref, forwardedRef }),
      accessibleName,
      decorative,
    )
  }),
)
