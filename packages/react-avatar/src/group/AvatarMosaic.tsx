'use client'
import { acceptRef } from '../part/acceptRef.js'
import type { OwnProps } from '../part/mergeProps.js'
import type { AvatarStyle, PartComponent, PartProps } from '../part/PartProps.js'
import { namePart } from '../part/namePart.js'
import { usePart } from '../part/usePart.js'
import { dimensions } from '../look/appearance.js'
import type { AvatarShape, AvatarSize } from '../look/appearance.js'
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
  /** Their names, a record by chat id as in `chatIds`, for initials. */
  names?: Readonly<Record<string, string>> | undefined
  /**
   * Alone: as of an avatar; a named one, or `null`, where the provider has `inlineStyles={false}`. As a fallback it fills the
   * avatar that it is in.
   */
  size?: AvatarSize | undefined
  /** Alone: as of an avatar. As a fallback it has the outline of the avatar that it is in. */
  shape?: AvatarShape | undefined
  /** The accessible name, where the mosaic stands alone. As a fallback it is part of an avatar that has one. */
  label?: string | undefined
}

const MAX_TILES = 4

interface AloneOptions {
  size: AvatarSize
  shape: AvatarShape | undefined
  inlineStyles: boolean
}

/** What `styles.css` makes a box of where no avatar is around; without it there are no tiles to be in one. */
function alone({ size, shape, inlineStyles }: AloneOptions): OwnProps {
  const { token, style } = dimensions(size)
  const length = style['--avatar-size']
  const own: AvatarStyle = { '--avatar-size': length }
  return {
    'data-shape': shape,
    'data-size': token,
    style: inlineStyles && length ? own : undefined,
  }
}

/**
 * Up to four members' avatars in one, to be a group's `fallback`. There it asks for the members only once it is clear that
 * the group's own picture will not show; until then it is the group glyph. Alone, for what is no chat, it takes `size`, `shape`
 * and a `label`, as an avatar does. Renders a `span` with `data-shown`, alone also with `data-size` and `data-shape`.
 *
 * @example
 * ```tsx
 * <WhatsAppAvatar chatId={group.id} name={group.name} fallback={<AvatarMosaic chatIds={group.members} />} />
 * <AvatarMosaic label="Night shift" size="lg" chatIds={onDuty} />
 * ```
 */
export const AvatarMosaic: PartComponent<AvatarMosaicProps, HTMLElement> = acceptRef<
  AvatarMosaicProps,
  HTMLElement
>(function AvatarMosaic(props) {
  const scope = useAvatarScope()
  const { around, inlineStyles } = scope
  const { chatIds, names, size = scope.size, shape = scope.shape, label, ...rest } = props
  const shown = [...new Set(chatIds)].slice(0, MAX_TILES)
  const element = usePart(
    {
      className: 'wa-avatar-mosaic',
      'data-shown': shown.length,
      ...(!around && alone({ size, shape, inlineStyles })),
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
