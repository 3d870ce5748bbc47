import type { PictureOwner } from './choosePicture.js'
import type { Contact } from './contact.js'
import type { Locale } from './locale.js'

/** A chat in the making, with what its picture is chosen by. */
export interface Draft extends Omit<Contact, 'pictureId'> {
  readonly owner: PictureOwner
  readonly locale: Locale
}
