import { pictureFileName } from './pictureFileName.js'
import { PICTURES } from '../pictures/pictures.js'
import { hashText } from '../random.js'
import { contactKind } from './contact.js'
import type { Contact, ContactChange } from './contact.js'

/** The chats an instance knows, and which picture file belongs to whom. */
export interface Directory {
  readonly contacts: readonly Contact[]
  get(chatId: string): Contact | undefined
  /** Changes a chat, or adds it. @throws TypeError for an unusable chat id or an unknown picture. */
  change(chatId: string, change: ContactChange): Contact
  /** The file name of a chat's picture as it is now. */
  fileNameOf(contact: Contact): string | undefined
  /** The chat whose current picture has this file name. */
  ownerOf(fileName: string): Contact | undefined
}

/** Makes a {@link Directory} of these contacts. */
export function createDirectory(seed: string, contacts: readonly Contact[]): Directory {
  const byId = new Map(contacts.map((contact) => [contact.chatId, contact]))
  const uploads = new Map<string, number>()
  const owners = new Map<string, string>()
  let list: readonly Contact[] | undefined = contacts

  const fileNameOf = ({ chatId, outcome, pictureId }: Contact): string | undefined =>
    outcome === 'found' && pictureId !== undefined
      ? pictureFileName(seed, chatId, pictureId, uploads.get(chatId) ?? 0)
      : undefined

  const link = (contact: Contact): void => {
    const fileName = fileNameOf(contact)
    if (fileName !== undefined) owners.set(fileName, contact.chatId)
  }
  contacts.forEach(link)

  return {
    get contacts() {
      list ??= [...byId.values()]
      return list
    },
    get: (chatId) => byId.get(chatId),
    change(chatId, change) {
      const before = byId.get(chatId) ?? newContact(chatId)
      const after = changed(before, change)
      const oldFile = fileNameOf(before)
      if (oldFile !== undefined) owners.delete(oldFile)
      if (after.pictureId !== before.pictureId) uploads.set(chatId, (uploads.get(chatId) ?? 0) + 1)
      byId.set(chatId, after)
      list = undefined
      link(after)
      return after
    },
    fileNameOf,
    ownerOf: (fileName) => byId.get(owners.get(fileName) ?? ''),
  }
}

function newContact(chatId: string): Contact {
  const kind = contactKind(chatId)
  if (kind === undefined) {
    throw new TypeError(
      `@greenapi/simulator: "${chatId}" is no chat id. Use digits@c.us, digits@lid or a group id that ends in @g.us`,
    )
  }
  return { chatId, name: chatId.slice(0, chatId.indexOf('@')), kind, outcome: 'none' }
}

function changed(before: Contact, change: ContactChange): Contact {
  const { pictureId: wanted, name = before.name } = change
  if (wanted !== undefined && !PICTURES.some((picture) => picture.id === wanted)) {
    throw new TypeError(
      `@greenapi/simulator: there is no picture "${wanted}". Use one of: ${PICTURES.map((picture) => picture.id).join(', ')}`,
    )
  }
  const outcome = change.outcome ?? (wanted === undefined ? before.outcome : 'found')
  const { pictureId: _old, ...rest } = before
  if (outcome !== 'found') return { ...rest, name, outcome }
  const some = PICTURES[hashText(before.chatId) % PICTURES.length] ?? PICTURES[0]
  return { ...rest, name, outcome, pictureId: wanted ?? before.pictureId ?? some.id }
}
