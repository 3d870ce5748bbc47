import { AvatarBadge } from './AvatarBadge.js'
import { AvatarFallback } from './AvatarFallback.js'
import { AvatarImage } from './AvatarImage.js'
import { AvatarRoot } from './AvatarRoot.js'

/**
 * The parts of an avatar, for pictures from anywhere and looks of your own.
 *
 * @example
 * ```tsx
 * <Avatar.Root src={user.photo} label={user.name} className="size-10 rounded-full">
 *   <Avatar.Image />
 *   <Avatar.Fallback>JD</Avatar.Fallback>
 * </Avatar.Root>
 * ```
 */
export const Avatar: {
  Root: typeof AvatarRoot
  Image: typeof AvatarImage
  Fallback: typeof AvatarFallback
  Badge: typeof AvatarBadge
} = { Root: AvatarRoot, Image: AvatarImage, Fallback: AvatarFallback, Badge: AvatarBadge }
