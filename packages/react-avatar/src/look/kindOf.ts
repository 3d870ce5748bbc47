/** Whether a chat id is that of a person or of a group. */
export const kindOf = (chatId: string): 'person' | 'group' => (/@g\.us$|^-/.test(chatId) ? 'group' : 'person')
