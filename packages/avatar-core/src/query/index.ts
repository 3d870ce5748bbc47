export { avatarQueryKey } from './avatarQueryKey.js'
export type { AvatarQueryKey } from './avatarQueryKey.js'
export { avatarQueryOptions } from './avatarQueryOptions.js'
export type { AvatarQueryOptions } from './avatarQueryOptions.js'
