'use client'
import { acceptRef } from '../part/acceptRef.js'
import type { PartComponent, PartProps } from '../part/PartProps.js'
import { namePart } from '../part/namePart.js'
import { usePart } from '../part/usePart.js'
import { useAvatarScope } from '../scope/AvatarScope.js'
import { WhatsAppAvatar } from '../whatsapp/WhatsAppAvatar.js'

/** What a mosaic's `className`, `style` and `render` may depend on. */
export interface AvatarMosaicState {
  /** How many avatars it shows. */
  shown: number
}

/** The props of {@link AvatarMosaic}, over those of a `span`. */
export interface AvatarMosaicProps extends Omit<PartProps<'span', AvatarMosaicState>, 'children'> {
  /** The members' chat ids; the first four are shown. */
  chatIds: readonly string[]
  /** Their names by chat id, for initials. */
  names?: Readonly<Record<string, string>> | undefined
  /** The accessible name, where the mosaic stands alone. As a fallback it is part of an avatar that has one. */
  label?: string | undefined
}

const MAX_TILES = 4

/**
 * Up to four members' avatars in one, to be a group's `fallback`. There it asks for the members only once it is clear that
 * the group's own picture will not show; until then it is the group glyph. Renders a `span` with `data-shown`.
 *
 * @example
 * ```tsx
 * <WhatsAppAvatar chatId={group.id} name={group.name} fallback={<AvatarMosaic chatIds={group.members} />} />
 * ```
 */
export const AvatarMosaic: PartComponent<AvatarMosaicProps, HTMLElement> = acceptRef<
  AvatarMosaicProps,
  HTMLElement
>(function AvatarMosaic({ chatIds, names, label, ...rest }) {
  const { around, inlineStyles } = useAvatarScope()
  const shown = chatIds.slice(0, MAX_TILES)
  const element = usePart(
    {
      className: 'wa-avatar-mosaic',
      'data-shown': shown.length,
      children: shown.map((chatId) => (
        <WhatsAppAvatar
          key={chatId}
          chatId={chatId}
          name={names?.[chatId]}
          size={null}
          shape="square"
          decorative
        />
      )),
    },
    rest,
    { shown: shown.length },
  )
  const waits = around && (/^(idle|pending)$/.test(around.status) || !/^(idle|error)$/.test(around.image))
  return waits ? (
    <span className="wa-avatar-fallback" data-glyph="group" />
  ) : (
    namePart(element, { name: label, decorative: !label, inlineStyles })
  )
})
