import { text } from '../answers/bodies.js'
import type { Contact } from '../contacts/contact.js'
import { pictureFault } from './pictureFault.js'
import { PICTURES } from '../pictures/pictures.js'
import type { Visit, World } from '../world.js'
import { PICTURE_PATH } from '../links.js'

/** The chat whose picture this address is, if it still is. */
export function pictureOwner(world: World, url: URL): Contact | undefined {
  return world.directory.ownerOf(url.pathname.slice(PICTURE_PATH.length))
}

/** Answers as the picture CDN: the JPEG, or 403, 404 for a link that is forged, too old or of a picture since changed. */
export async function answerPicture(world: World, visit: Visit): Promise<Response> {
  const { request, url, call, fault } = visit
  if (request.method !== 'GET' && request.method !== 'HEAD') return text('Method Not Allowed', 405)
  const link = world.signer.check(url, call.at)
  if (link === 'forged') return text('Bad URL hash', 403)
  if (link === 'expired') return text('URL signature expired', 403)

  const owner = pictureOwner(world, url)
  const picture = PICTURES.find(({ id }) => id === owner?.pictureId)
  if (picture === undefined) return text('Not Found', 404)
  const bytes = await world.bytesOf(picture)
  const usual = (body: Uint8Array<ArrayBuffer>): Response =>
    new Response(request.method === 'HEAD' ? null : body, {
      headers: {
        'content-type': 'image/jpeg',
        'content-length': String(body.length),
        'cache-control': 'max-age=1209600, no-transform',
        'cross-origin-resource-policy': 'cross-origin',
      },
    })
  return fault === undefined ? usual(bytes) : pictureFault(fault, { bytes, signal: request.signal, usual })
}
