import type { Contact } from '../contacts/contact.js'
import type { Visit, World } from '../world.js'

/** The `urlAvatar` of a chat: a freshly signed link, or `''` when there is no picture to show. */
export function pictureLink(world: World, visit: Visit, contact: Contact): string {
  const { options, directory, signer } = world
  const fileName = directory.fileNameOf(contact)
  if (fileName === undefined) return ''
  const origin = options.pictureOrigin ?? visit.url.origin
  const seconds = options.now() / 1_000
  const expiresAt = seconds + options.pictureLifeMs / 1_000
  switch (visit.fault?.kind) {
    case 'link_expired':
      return signer.sign(origin, fileName, seconds - 3_600).href
    case 'link_without_expiry':
      return signer.sign(origin, fileName, undefined).href
    case 'link_preview': {
      const url = signer.sign(origin, fileName, expiresAt)
      return url.href.replace('?', '?stp=dst-jpg_s96x96&')
    }
    case 'link_foreign_host':
      return signer.sign('https://pictures.example.com', fileName, expiresAt).href
    case 'link_private_address':
      return signer.sign('http://169.254.169.254', fileName, expiresAt).href
    case 'link_not_a_url':
      return 'pps.whatsapp.net picture'
    default:
      return signer.sign(origin, fileName, expiresAt).href
  }
}
