import type { AvatarErrorCode } from '@greenapi/avatar-core/protocol'

/** What is known about a chat's picture, as the details panel explains it. */
export type AvatarKnowledge =
  | 'asking'
  | 'offline'
  | 'found'
  | 'none'
  | 'hidden'
  | 'no_account'
  | { readonly error: AvatarErrorCode }

/** A state in a few words, and a sentence about it. */
export interface AvatarWords {
  readonly title: string
  readonly text: string
}

const WORDS: Readonly<Record<Exclude<AvatarKnowledge, object>, AvatarWords>> = {
  asking: { title: 'Asking…', text: 'The question is on its way to WhatsApp.' },
  offline: { title: 'You are offline', text: 'It will be asked for as soon as you are back.' },
  found: {
    title: 'Picture found',
    text: 'It comes through this demo’s own server, so WhatsApp does not learn who looks at it, or when.',
  },
  none: { title: 'No picture', text: 'None was set, so initials stand in for it.' },
  hidden: {
    title: 'Hidden by privacy',
    text: 'There may be a picture, but it is not shared with this WhatsApp number.',
  },
  no_account: { title: 'Not on WhatsApp', text: 'Nobody has an account with this number.' },
}

/** Says a state of an avatar in words for people. */
export function avatarWords(state: AvatarKnowledge): AvatarWords {
  return typeof state === 'object' ? errorWords(state.error) : WORDS[state]
}

function errorWords(code: AvatarErrorCode): AvatarWords {
  switch (code) {
    case 'rate_limited':
    case 'overloaded':
      return {
        title: 'Too many questions',
        text: 'GREEN-API takes ten a second. This one has to wait its turn.',
      }
    case 'quota_exceeded':
      return {
        title: 'Monthly limit reached',
        text: 'The GREEN-API plan allows no more questions this month.',
      }
    case 'upstream_credentials':
      return {
        title: 'Not let in',
        text: 'GREEN-API refused the instance or its token. Check the two variables.',
      }
    case 'instance_unavailable':
      return { title: 'Instance not ready', text: 'It is starting, or its phone is logged out of WhatsApp.' }
    case 'upstream_failed':
    case 'bad_response':
      return {
        title: 'GREEN-API did not help',
        text: 'It could not be reached, or its answer made no sense.',
      }
    case 'network':
    case 'timeout':
    case 'upstream_timeout':
      return { title: 'No answer in time', text: 'The connection or WhatsApp itself was too slow.' }
    case 'invalid_chat_id':
    case 'unsupported_chat_id':
      return { title: 'Not a chat', text: 'There are no avatars for an id of this form.' }
    case 'unauthorized':
    case 'forbidden':
      return { title: 'Not for this page', text: 'The server shows avatars of the chats in its list only.' }
    default:
      return { title: 'Could not be looked up', text: `The server said “${code}”.` }
  }
}
