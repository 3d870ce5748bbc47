'use client'
import { memo, useMemo, useReducer } from 'react'
import type { ReactNode } from 'react'
import { answerStatus } from '../source/answerStatus.js'
import { AvatarPartsContext } from '../parts/AvatarPartsContext.js'
import { pictureSources } from '../image/pictureSources.js'
import { useImage } from '../image/useImage.js'
import { fallbackStyle, imageStyle, referrerPolicy } from '../part/pictureProps.js'
import type { AnyProps } from '../part/mergeProps.js'
import { acceptRef } from '../part/acceptRef.js'
import { namePart, nameProps } from '../part/namePart.js'
import type { AvatarState, PartComponent, PartProps } from '../part/PartProps.js'
import { usePart } from '../part/usePart.js'
import { useAvatarScope } from '../scope/AvatarScope.js'
import { dimensions } from '../look/appearance.js'
import type { AvatarShape, AvatarSize } from '../look/appearance.js'
import { colorOf } from '../look/colorOf.js'
import { isGroupId } from '../look/isGroupId.js'
import { PictureRepair } from './PictureRepair.js'

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

const increment = (count: number): number => count + 1

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
    const { source, labels, face, inlineStyles } = scope
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
    const [, onAnswer] = useReducer(increment, 0)
    const [attempt, restart] = useReducer(increment, 0)
    const live = useMemo(() => source.live(chatId, !lazy, onAnswer), [source, chatId, lazy])
    const answer = live.get()
    const status = answerStatus(answer)
    const found = typeof answer === 'object' && 'url' in answer ? answer : undefined
    const url = found && source.client.resolveUrl(found.url)
    // Another chat's picture may not stay on screen, and a picture that failed is tried again in a new element.
    const run = `${live.id} ${attempt}`
    const { status: image, img } = useImage(url, run)

    const box = dimensions(size)
    const state: AvatarState = { status, image }
    const custom = typeof fallback === 'function' ? fallback(state) : fallback
    let accessibleName = label || name || (isGroupId(live.id) ? labels.group : labels.person)
    if (badgeLabel) {
      // The badge first: a name is somebody else's text and may hold anything.
      const sentence = labels.badge.replace('{badge}', () => badgeLabel)
      accessibleName = sentence.replace('{name}', () => accessibleName)
    }

    const ours: AnyProps = {
      ref: live.ref,
      className: 'wa-avatar',
      'data-status': status,
      'data-image': image,
      'data-color': colorOf(live.id),
      'data-shape': shape,
      'data-size': box.token,
      style: inlineStyles ? box.style : undefined,
      children: (
        <>
          {url && (
            <img
              key={run}
              className="wa-avatar-image"
              alt=""
              loading={lazy ? 'lazy' : undefined}
              referrerPolicy={referrerPolicy(url)}
              style={imageStyle(image, inlineStyles)}
              {...img}
              {...pictureSources(url, found?.sizes, box.value)}
            />
          )}
          <span className="wa-avatar-fallback" aria-hidden style={fallbackStyle(image)}>
            {custom === undefined ? (
              face(live.id, name, status)
            ) : (
              <AvatarPartsContext.Provider value={{ state }}>{custom}</AvatarPartsContext.Provider>
            )}
          </span>
          {image === 'error' && <PictureRepair repair={live.repair} restart={restart} />}
          {badge && (
            <span className="wa-avatar-badge" aria-hidden>
              {badge}
            </span>
          )}
        </>
      ),
    }
    // Only an element that was given may have a role of its own.
    const naming = rest.render ? undefined : nameProps(accessibleName, decorative)
    const element = usePart({ ...ours, ...naming }, rest, state)
    return naming ? element : namePart(element, accessibleName, decorative)
  }),
)
