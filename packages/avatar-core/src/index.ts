export type { AvatarClient, GetAvatarOptions } from './client/AvatarClient.js'
export type { AvatarClientOptions, AvatarFetch, AvatarHeaders } from './client/AvatarClientOptions.js'
export { createAvatarClient } from './client/createAvatarClient.js'
export { createStaticAvatarClient } from './client/createStaticAvatarClient.js'
export type {
  StaticAvatarAnswer,
  StaticAvatarAnswers,
  StaticAvatarClientOptions,
} from './client/createStaticAvatarClient.js'
export type { Avatar } from './protocol/Avatar.js'
export { AvatarError } from './protocol/AvatarError.js'
export type { AvatarErrorOptions } from './protocol/AvatarError.js'
export type { AvatarTransport, WireAnswer } from './protocol/answers.js'
export { parseChatId } from './protocol/chatId.js'
export type { ChatId, ChatIdKind, ChatIdOptions, Messenger } from './protocol/chatId.js'
export { chatIdKind, formatChatId } from './protocol/describeChatId.js'
export { AVATAR_ERROR_CODES } from './protocol/errorCodes.js'
export type { AvatarErrorCode } from './protocol/errorCodes.js'
export { explainAvatarError } from './protocol/errorTexts.js'
export { isAvatarError } from './protocol/isAvatarError.js'
export { isChatId } from './protocol/isChatId.js'
