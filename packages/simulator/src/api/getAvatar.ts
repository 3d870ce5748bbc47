import { contactKind } from '../contacts/contact.js'
import type { Contact } from '../contacts/contact.js'
import { PICTURES } from '../pictures/pictures.js'
import { hashText } from '../random.js'
import type { Visit, World } from '../world.js'
import { dirty } from './avatarDirt.js'
import type { AvatarBody } from './avatarDirt.js'
import { errorBody, json } from '../answers/bodies.js'
import { pictureLink } from './pictureLink.js'

const BAD_CHAT_ID =
  "Bad Request Validation failed. Details: 'chatId' must be one of the following formats: phone_number@c.us, group_id@g.us or id@lid"

/** Answers getAvatar for a chat id, in the style of the server's age. */
export async function answerGetAvatar(world: World, visit: Visit, chatId: string): Promise<Response> {
  const { responseStyle, now } = world.options
  if (contactKind(chatId) === undefined) {
    return responseStyle === 'legacy'
      ? json({ existsWhatsapp: false, urlAvatar: '', reason: 'bad request data' })
      : errorBody({ status: 400, path: visit.url.pathname, at: now(), message: BAD_CHAT_ID })
  }
  const contact = world.directory.get(chatId)
  const urlAvatar = contact === undefined ? '' : pictureLink(world, visit, contact)
  const outcome = contact?.outcome ?? 'no_account'
  const body: AvatarBody =
    responseStyle === 'legacy'
      ? { existsWhatsapp: outcome !== 'no_account', urlAvatar, reason: '' }
      : { urlAvatar, available: outcome !== 'hidden' }
  if (responseStyle === 'base64') body['base64Avatar'] = await base64Of(world, contact)
  return json(dirty(body, visit.fault?.kind))
}

/** The picture as text: raw base64 for half of the chats, a data URI for the others. */
async function base64Of(world: World, contact: Contact | undefined): Promise<string> {
  const picture = PICTURES.find(({ id }) => contact?.outcome === 'found' && id === contact.pictureId)
  if (picture === undefined || contact === undefined) return ''
  const bytes = await world.bytesOf(picture)
  let binary = ''
  for (let index = 0; index < bytes.length; index += 8_192) {
    binary += String.fromCharCode(...bytes.subarray(index, index + 8_192))
  }
  const base64 = btoa(binary)
  return hashText(contact.chatId) % 2 === 0 ? base64 : `data:image/jpeg;base64,${base64}`
}
