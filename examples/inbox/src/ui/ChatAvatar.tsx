import { AvatarMosaic, WhatsAppAvatar } from '@greenapi/react-avatar'
import { useMemo, type ReactElement } from 'react'
import type { Chat } from '../../shared/chat.js'
import type { Row } from '../state/rows.js'

const MOSAIC_TILES = 4

/** A chat's avatar: people are round, groups have corners and fall back to their members. */
export function ChatAvatar(props: {
  readonly chat: Chat
  readonly size: number
  readonly byId: ReadonlyMap<string, Row>
  readonly online?: boolean | undefined
  /** True beside a visible name. */
  readonly decorative?: boolean | undefined
}): ReactElement {
  const { chat, size, byId, online = false, decorative = false } = props
  const isGroup = chat.kind === 'group'
  const { memberIds } = chat
  const mosaic = useMemo(() => {
    if (memberIds === undefined || memberIds.length < 2) return undefined
    const shown = memberIds.slice(0, MOSAIC_TILES)
    const names = Object.fromEntries(shown.map((id) => [id, byId.get(id)?.chat.name ?? '']))
    return <AvatarMosaic chatIds={shown} names={names} />
  }, [memberIds, byId])
  return (
    <WhatsAppAvatar
      chatId={chat.id}
      name={chat.name}
      size={size}
      shape={isGroup ? 'rounded' : 'circle'}
      fallback={mosaic}
      badge={online}
      badgeLabel={online ? 'online' : undefined}
      decorative={decorative}
    />
  )
}
