export {
  AvatarError,
  chatIdKind,
  createAvatarClient,
  formatChatId,
  isAvatarError,
  isChatId,
  parseChatId,
} from '@greenapi/avatar-core'
export type {
  AvatarClient,
  AvatarClientOptions,
  AvatarErrorCode,
  AvatarTransport,
  ChatId,
  Messenger,
} from '@greenapi/avatar-core'
// The word for an answer is also that of the parts.
export type { Avatar as AvatarAnswer } from '@greenapi/avatar-core'
export { avatarQueryKey, avatarQueryOptions } from '@greenapi/avatar-core/query'
export type { AvatarQueryKey, AvatarQueryOptions } from '@greenapi/avatar-core/query'
export { AvatarProvider } from './scope/AvatarProvider.js'
export type { AvatarProviderProps } from './scope/AvatarProvider.js'
export { WhatsAppAvatar } from './whatsapp/WhatsAppAvatar.js'
export type { WhatsAppAvatarProps } from './whatsapp/WhatsAppAvatar.js'
export { AVATAR_SIZES } from './look/appearance.js'
export type { AvatarShape, AvatarSize, AvatarSizeToken } from './look/appearance.js'
export { Avatar } from './parts/Avatar.js'
export type { AvatarBadgeProps } from './parts/AvatarBadge.js'
export type { AvatarFallbackProps } from './parts/AvatarFallback.js'
export type { AvatarImageProps } from './parts/AvatarImage.js'
export type { AvatarRootProps } from './parts/AvatarRoot.js'
export { AvatarGroup } from './group/AvatarGroup.js'
export type { AvatarGroupProps, AvatarGroupState } from './group/AvatarGroup.js'
export { AvatarMosaic } from './group/AvatarMosaic.js'
export type { AvatarMosaicProps, AvatarMosaicState } from './group/AvatarMosaic.js'
export { useAvatar } from './hooks/useAvatar.js'
export type { AvatarHookQuery, UseAvatarOptions } from './hooks/useAvatar.js'
export { useSuspenseAvatar } from './hooks/useSuspenseAvatar.js'
export type { UseSuspenseAvatarOptions } from './hooks/useSuspenseAvatar.js'
export { useNearViewport } from './hooks/useNearViewport.js'
export type {
  AvatarState,
  AvatarStatus,
  AvatarStyle,
  PartComponent,
  PartProps,
  RenderedProps,
  StyledProps,
} from './part/PartProps.js'
export type { ImageStatus } from './image/imageState.js'
export type { AvatarLabels, PluralCategories, ShippedLabels } from './labels/AvatarLabels.js'
export { enLabels } from './labels/en.js'
export { esLabels } from './labels/es.js'
export { ptBRLabels } from './labels/ptBR.js'
export { ruLabels } from './labels/ru.js'
