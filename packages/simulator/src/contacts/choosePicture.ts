import { PICTURES } from '../pictures/pictures.js'
import type { Picture, PictureSubject } from '../pictures/picture.js'
import type { Random } from '../random.js'
import type { Locale } from './locale.js'

/** Whose picture it is. */
export type PictureOwner = 'woman' | 'man' | 'business' | 'group' | 'familyGroup' | 'sportGroup'

/** What each owner shows, weighted by repetition. */
const SUBJECTS: Record<PictureOwner, readonly [PictureSubject, ...PictureSubject[]]> = {
  woman: ['woman', 'woman', 'woman', 'woman', 'woman', 'woman', 'family', 'pet', 'place', 'flower'],
  man: ['man', 'man', 'man', 'man', 'man', 'man', 'man', 'family', 'pet', 'place', 'sport'],
  business: ['shop', 'shop', 'shop', 'food', 'flower'],
  group: ['group', 'group', 'group', 'place', 'food', 'pet'],
  familyGroup: ['family', 'group', 'group', 'flower', 'place'],
  sportGroup: ['sport', 'sport', 'group'],
}

/**
 * Picks a picture such a contact would use: portraits fit the language of the name, and where there is a choice none of `recent`
 * comes again, so that neighbours in a list differ.
 */
export function choosePicture(
  owner: PictureOwner,
  locale: Locale,
  random: Random,
  recent: readonly string[],
): string {
  const subject = random.pick(SUBJECTS[owner])
  const fitting = PICTURES.filter((picture) => picture.subject === subject && fits(picture, locale))
  const fresh = fitting.filter(({ id }) => !recent.includes(id))
  const [first, ...others] =
    fresh.length > 0
      ? fresh
      : PICTURES.filter(({ id, subject: other }) => isAnyones(other) && !recent.includes(id))
  return random.pick(first === undefined ? PICTURES : [first, ...others]).id
}

function fits(picture: Picture, locale: Locale): boolean {
  return picture.locales === undefined || picture.locales.includes(locale.code)
}

/** Subjects that suit whoever shows them. */
function isAnyones(subject: PictureSubject): boolean {
  return subject === 'place' || subject === 'flower' || subject === 'pet'
}
