/** One chat of the list, as `/api/chats` gives it to the page. */
export interface Chat {
  /** Canonical chat id, such as `5521999990000@c.us`. */
  readonly id: string
  /** Empty when nobody gave the chat a name: the page then shows the number. */
  readonly name: string
  readonly kind: 'person' | 'group'
  /** Only for groups whose members are known. */
  readonly memberIds?: readonly string[] | undefined
}

/** What the page gets from `/api/chats`. */
export interface ChatList {
  /** `pasted`: the server has no list, and the page asks for ids. */
  readonly source: 'simulator' | 'file' | 'pasted'
  readonly chats: readonly Chat[]
}
