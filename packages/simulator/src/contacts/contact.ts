/** How a chat is addressed: a person by phone number, a person by hidden id (LID), or a group. */
export type ContactKind = 'user' | 'lid' | 'group'

/** What WhatsApp says about a chat's picture. */
export type ContactOutcome = 'found' | 'none' | 'hidden' | 'no_account'

/** One chat that the simulated instance knows. Never changed in place: a change makes a new object. */
export interface Contact {
  /** `…@c.us`, `…@lid` or `…@g.us`. */
  readonly chatId: string
  /** As saved in the address book, in any script; for an unsaved contact the phone number in its human form. */
  readonly name: string
  readonly kind: ContactKind
  readonly outcome: ContactOutcome
  /** Which of the simulator's pictures the chat shows, when `outcome` is `found`. */
  readonly pictureId?: string | undefined
  /** Groups only: the chat ids of the members, the creator first. */
  readonly members?: readonly string[] | undefined
}

/** What can be changed about a chat. */
export interface ContactChange {
  name?: string | undefined
  /** Default: `found` when `pictureId` is given, else as before. */
  outcome?: ContactOutcome | undefined
  pictureId?: string | undefined
}

/** The kind a chat id stands for, or `undefined` when GREEN-API would refuse it. */
export function contactKind(chatId: string): ContactKind | undefined {
  if (/^\d{7,16}@c\.us$/.test(chatId)) return 'user'
  if (/^\d{10,20}@lid$/.test(chatId)) return 'lid'
  if (/^(\d{7,16}-\d{10}|\d{18,22})@g\.us$/.test(chatId)) return 'group'
  return undefined
}
