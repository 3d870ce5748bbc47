import 'server-only'
import { type AvatarHandler, createAvatarHandler } from '@greenapi/avatar-server'
import { sharpResizer } from '@greenapi/avatar-server/sharp'
import { chatsOf } from '@/lib/chats'
import { userOf } from '@/lib/session'

/** Set by `scripts/start.ts` when the simulator answers in place of GREEN-API: the one private host that may be asked. */
const { SIMULATOR_HOST: simulator } = process.env

/** Credentials come from GREEN_API_ID_INSTANCE and GREEN_API_TOKEN, which are read at the first look-up. */
const create = (): AvatarHandler =>
  createAvatarHandler({
    authorize: ({ headers }) => {
      const user = userOf(headers)
      if (user === undefined) return new Response('Sign in first.', { status: 401 })
      const mine = chatsOf(user).flatMap(({ id, members = [] }) => [
        id,
        ...members.map((member) => member.id),
      ])
      return { subject: user.id, chatIds: mine }
    },
    resizer: sharpResizer(),
    ...(simulator === undefined ? {} : { allowPrivateAddresses: true, pictureHosts: [simulator] }),
  })

/**
 * The one handler of this process. Next loads a module once for pages, once for routes, and again after every change in
 * development; what the handler remembers, and its count of calls to GREEN-API, must survive all three. (A change to the
 * options above therefore needs a restart.)
 */
const shared: typeof globalThis & { avatarHandler?: AvatarHandler } = globalThis
export const avatars: AvatarHandler = (shared.avatarHandler ??= create())
