import { AvatarGroup, WhatsAppAvatar } from '@greenapi/react-avatar'
import type { ReactElement } from 'react'
import type { InboxModel } from '../state/useInbox.js'

const SHOWN = 4

/** The first members of a group, and how many more there are. */
export function MemberStack(props: {
  readonly memberIds: readonly string[]
  readonly inbox: InboxModel
}): ReactElement {
  return (
    <div className="member-stack">
      <AvatarGroup max={SHOWN} total={props.memberIds.length} label="Members" size={28}>
        {props.memberIds.slice(0, SHOWN).map((id) => (
          <WhatsAppAvatar key={id} chatId={id} name={props.inbox.byId.get(id)?.chat.name} />
        ))}
      </AvatarGroup>
    </div>
  )
}
