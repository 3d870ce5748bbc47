import { createSimulator } from '@greenapi/simulator'

/**
 * What the backend of the stories says about a chat. `isNew`: the picture has a url that no cache knows; `broken`: one that
 * cannot be loaded.
 */
export type StoryAnswer =
  | { picture: string; isNew?: true }
  | 'none'
  | 'hidden'
  | 'no_account'
  | 'pending'
  | 'error'
  | 'broken'

/** One chat of the stories. */
export interface StoryChat {
  readonly chatId: string
  readonly name: string
  readonly answer: StoryAnswer
}

const chat = (chatId: string, name: string, answer: StoryAnswer): StoryChat => ({ chatId, name, answer })

export const camila: StoryChat = chat('5521999990001@c.us', 'Camila Duarte', { picture: 'woman-curls' })
export const rafael: StoryChat = chat('5511987650002@c.us', 'Rafael Nogueira', { picture: 'man-beard' })
export const anna: StoryChat = chat('79165550003@c.us', 'Анна Морозова', { picture: 'woman-bob' })
export const noa: StoryChat = chat('972541110004@c.us', 'נועה לוי', { picture: 'woman-fringe' })
export const fatima: StoryChat = chat('971501110005@c.us', 'فاطمة الزهراء', { picture: 'woman-hijab' })
export const arjun: StoryChat = chat('919810010006@c.us', 'अर्जुन मेहता', { picture: 'man-turban' })
export const xiaoming: StoryChat = chat('8613800010007@c.us', '王小明', { picture: 'man-glasses' })
export const margaret: StoryChat = chat('447700900010@c.us', 'Margaret O’Neill', { picture: 'woman-silver' })
export const inigo: StoryChat = chat('102388094480549@lid', 'Íñigo Ibáñez', { picture: 'man-bun' })
export const maya: StoryChat = chat('14155550012@c.us', 'Maya 🌸', { picture: 'sunflower' })

export const football: StoryChat = chat('120363043968066561@g.us', 'Sunday football', { picture: 'football' })
export const family: StoryChat = chat('5521999990001-1581234048@g.us', 'Família Duarte', {
  picture: 'group-family',
})
export const bookClub: StoryChat = chat('120363043968066562@g.us', 'Book club', 'none')

export const withoutPicture: StoryChat = chat('34600110020@c.us', 'Lucía Herrera', 'none')
export const hidden: StoryChat = chat('447700900021@c.us', 'Tom Ashworth', 'hidden')
export const noAccount: StoryChat = chat('15550100022@c.us', 'Front desk', 'no_account')
export const pending: StoryChat = chat('5531988880023@c.us', 'Beatriz Lima', 'pending')
export const failing: StoryChat = chat('79265550024@c.us', 'Олег Петров', 'error')
export const broken: StoryChat = chat('12025550025@c.us', 'Dana Whitfield', 'broken')

export const slow: StoryChat = chat('5511977770026@c.us', 'Nina Prado', {
  picture: 'woman-redhead',
  isNew: true,
})

/** People who all have a picture. */
export const PEOPLE: readonly StoryChat[] = [
  camila,
  rafael,
  anna,
  noa,
  fatima,
  arjun,
  xiaoming,
  margaret,
  inigo,
  maya,
]

/** Every chat that has an answer of its own; all others have no picture. */
export const CHATS: readonly StoryChat[] = [
  ...PEOPLE,
  football,
  family,
  bookClub,
  withoutPicture,
  hidden,
  noAccount,
  pending,
  failing,
  broken,
  slow,
]

/** Where the simulator's pictures lie in this page, by their id. */
export const PICTURE_URLS: ReadonlyMap<string, string> = new Map(
  createSimulator({ contacts: 0, groups: 0 }).pictures.map(({ id, url }) => [id, url.href]),
)
