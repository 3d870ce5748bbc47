import type { ReactElement } from 'react'
import { plural } from '../../shared/plural.js'
import { titleOf } from '../data/title.js'
import type { InboxModel } from '../state/useInbox.js'
import { ChatAvatar } from './ChatAvatar.js'

/** The members of a group; each opens its own chat. */
export function MemberList(props: {
  readonly memberIds: readonly string[]
  readonly inbox: InboxModel
}): ReactElement {
  const { memberIds, inbox } = props
  return (
    <section className="facts" aria-labelledby="members-title">
      <h3 id="members-title">{memberIds.length === 0 ? 'Members' : plural(memberIds.length, 'member')}</h3>
      {memberIds.length === 0 && (
        <p className="facts-text">Who is in this group is not part of the list you gave.</p>
      )}
      <ul className="members">
        {memberIds.map((id, index) => {
          const row = inbox.byId.get(id)
          const title = row?.title ?? titleOf({ id, name: '' })
          return (
            <li key={id}>
              <button
                type="button"
                className="member"
                disabled={row === undefined}
                onClick={() => inbox.openChat(id)}
              >
                <ChatAvatar
                  chat={row?.chat ?? { id, name: '', kind: 'person' }}
                  size={36}
                  byId={inbox.byId}
                  online={row?.online}
                  decorative
                />
                <span className="member-name" dir="auto">
                  {title}
                </span>
                {index === 0 && <span className="member-role">Admin</span>}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
