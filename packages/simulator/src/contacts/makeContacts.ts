import { createRandom } from '../random.js'
import type { Random } from '../random.js'
import { choosePicture } from './choosePicture.js'
import type { PictureOwner } from './choosePicture.js'
import type { Contact, ContactOutcome } from './contact.js'
import type { Draft } from './draft.js'
import type { Locale } from './locale.js'
import { makeGroups } from './makeGroups.js'
import { pickLocale } from './pickLocale.js'

/** How many chats to make, and from which seed. */
export interface MakeContactsOptions {
  readonly seed: string
  /** People and businesses. */
  readonly contacts: number
  readonly groups: number
}

/** A picture comes again after so many others at the earliest, where there is a choice. */
const PICTURES_APART = 9

/** Emoji that people put behind a name. */
const DECORATIONS = ['🌸', '❤️', '🎸', '🦋', '⚽', '🌊', '👩‍🍳', '☀️', '🐕', '💪'] as const

/**
 * Makes an address book: people, businesses and groups mixed, the same for the same options on every machine.
 *
 * Of the people 62 % show a picture, 20 % have none, 12 % hide it, 6 % have no WhatsApp account; of the groups 72 % have one.
 */
export function makeContacts(options: MakeContactsOptions): Contact[] {
  const random = createRandom(`contacts:${options.seed}`)
  const people = makePeople(options.contacts, random)
  const groups = makeGroups(options.groups, people, random)
  return showPictures(mix([...people, ...groups], random), random)
}

function makePeople(count: number, random: Random): Draft[] {
  const taken = new Set<string>()
  return Array.from({ length: count }, () => {
    const locale = pickLocale(random)
    const phone = unusedId(taken, random, () => locale.phone(random))
    const chance = random.next()
    const owner: PictureOwner = chance > 0.93 ? 'business' : random.chance(0.5) ? 'woman' : 'man'
    const name = chance < 0.02 ? locale.showPhone(phone) : nameOf(owner, locale, random)
    const kind = random.chance(0.1) ? 'lid' : 'user'
    const chatId =
      kind === 'lid' ? `${unusedId(taken, random, () => `10${random.digits(13)}`)}@lid` : `${phone}@c.us`
    return { chatId, name, kind, outcome: outcomeOf(random, kind === 'lid'), owner, locale }
  })
}

function nameOf(owner: PictureOwner, locale: Locale, random: Random): string {
  if (owner === 'business') return random.pick(locale.businesses)
  const given = random.pick(owner === 'woman' ? locale.women : locale.men)
  const family = random.pick(
    owner === 'woman' ? (locale.familiesOfWomen ?? locale.families) : locale.families,
  )
  // "Aunt Margaret" is how she is saved: no family name behind it.
  if (locale.order === 'given family' && (given.includes(' ') || random.chance(0.16))) {
    return random.chance(0.3) ? `${given} ${random.pick(DECORATIONS)}` : given
  }
  const full = {
    'given family': `${given} ${family}`,
    'family given': `${family} ${given}`,
    familygiven: `${family}${given}`,
  }[locale.order]
  return random.chance(0.06) ? `${full} ${random.pick(DECORATIONS)}` : full
}

/** Whoever is known by a hidden id does have an account. */
function outcomeOf(random: Random, hasAccount: boolean): ContactOutcome {
  const chance = random.next() * (hasAccount ? 0.94 : 1)
  if (chance < 0.62) return 'found'
  if (chance < 0.82) return 'none'
  return chance < 0.94 ? 'hidden' : 'no_account'
}

/** A language's own numbers run out at thousands of contacts; then one digit more keeps them apart. */
function unusedId(taken: Set<string>, random: Random, make: () => string): string {
  let id = make()
  while (taken.has(id)) id = id.length < 15 ? `${make()}${random.digits(1)}` : make()
  taken.add(id)
  return id
}

function mix(chats: Draft[], random: Random): Draft[] {
  for (let index = chats.length - 1; index > 0; index -= 1) {
    const other = random.integer(0, index)
    const [a, b] = [chats[index], chats[other]]
    if (a !== undefined && b !== undefined) [chats[index], chats[other]] = [b, a]
  }
  return chats
}

/** Gives pictures to those who show one, in the order of the list. */
function showPictures(chats: readonly Draft[], random: Random): Contact[] {
  const recent: string[] = []
  return chats.map(({ owner, locale, ...contact }) => {
    if (contact.outcome !== 'found') return contact
    const pictureId = choosePicture(owner, locale, random, recent)
    recent.push(pictureId)
    if (recent.length > PICTURES_APART) recent.shift()
    return { ...contact, pictureId }
  })
}
