import { headers } from 'next/headers'
import { Suspense } from 'react'
import { chatsOf } from '@/lib/chats'
import { userOf } from '@/lib/session'
import { Groups } from './groups'
import { People } from './people'

export default async function Page() {
  const user = userOf(await headers())
  if (user === undefined) return <p className="note">Sign in to see your chats.</p>
  const chats = chatsOf(user)
  if (chats.length === 0) return <p className="note">No chats yet: put some into EXAMPLE_CHATS.</p>
  const groups = chats.filter(({ members }) => members !== undefined)
  const people = chats.filter(({ members }) => members === undefined)
  return (
    <main>
      <People people={people} scope={user.id} />
      {/* Sent as soon as it is there; the people above never wait for it. */}
      <Suspense fallback={<GroupsComing />}>
        <Groups groups={groups} scope={user.id} />
      </Suspense>
    </main>
  )
}

function GroupsComing() {
  return (
    <section aria-busy>
      <h2>Groups</h2>
      <p className="note">Asking for the groups and their members…</p>
    </section>
  )
}
