/** Whether a chat id is that of a group. */
export const isGroupId = (chatId: string): boolean => /@g\.us$|^-/.test(chatId)
