import type { Random } from '../random.js'
import type { PictureOwner } from './choosePicture.js'
import type { Draft } from './draft.js'
import type { Locale } from './locale.js'
import { pickLocale } from './pickLocale.js'

const SHARE_WITH_PICTURE = 0.72
const SHARE_WITH_OLD_ID = 0.3
const OLDEST_SECOND = 1_420_070_400
const NEWEST_OLD_SECOND = 1_635_724_800

/** Makes groups of these people, with old ids (`creator-time`) and new ones. */
export function makeGroups(count: number, people: readonly Draft[], random: Random): Draft[] {
  const reachable = people.filter((person) => person.outcome !== 'no_account')
  const taken = new Set<string>()
  return Array.from({ length: count }, () => {
    const locale = pickLocale(random)
    const members = pickMembers(reachable, random)
    let chatId = groupId(members, random)
    while (taken.has(chatId)) chatId = groupId(members, random)
    taken.add(chatId)
    const [name, owner] = nameOf(locale, random)
    const outcome = random.chance(SHARE_WITH_PICTURE) ? 'found' : 'none'
    return { chatId, name, kind: 'group', outcome, members, owner, locale }
  })
}

/** Two to eight members mostly, sometimes a crowd. */
function pickMembers(reachable: readonly Draft[], random: Random): string[] {
  const wanted = random.chance(0.15) ? random.integer(12, 60) : random.integer(2, 8)
  const members = new Set<string>()
  for (let tries = 0; tries < wanted * 2 && members.size < wanted; tries += 1) {
    const person = reachable[random.integer(0, reachable.length - 1)]
    if (person !== undefined) members.add(person.chatId)
  }
  return [...members]
}

function groupId(members: readonly string[], random: Random): string {
  const creator = /^(\d+)@c\.us$/.exec(members[0] ?? '')?.[1]
  if (creator !== undefined && random.chance(SHARE_WITH_OLD_ID)) {
    return `${creator}-${random.integer(OLDEST_SECOND, NEWEST_OLD_SECOND)}@g.us`
  }
  return `120363${random.digits(12)}@g.us`
}

function nameOf(locale: Locale, random: Random): [name: string, owner: PictureOwner] {
  if (random.chance(0.28)) {
    return [locale.familyGroup.replace('*', random.pick(locale.families)), 'familyGroup']
  }
  const name = random.pick(locale.groups)
  return [name, name.includes('⚽') ? 'sportGroup' : 'group']
}
