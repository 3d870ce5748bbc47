import { Avatar as Parts } from '@greenapi/react-avatar'
import type { AvatarFallbackProps, AvatarImageProps, AvatarRootProps } from '@greenapi/react-avatar'
import type { ReactElement } from 'react'

const cn = (...classes: readonly unknown[]): string =>
  classes.filter((name) => typeof name === 'string').join(' ')

/** shadcn/ui's `Avatar` on these parts. */
export function Avatar({ className, ...props }: AvatarRootProps): ReactElement {
  return (
    <Parts.Root className={cn('shrink-0 overflow-hidden', className ?? 'size-10 rounded-full')} {...props} />
  )
}

/** shadcn/ui's `AvatarImage`: no `src`, the Root has it. */
export function AvatarImage({ className, ...props }: AvatarImageProps): ReactElement {
  return <Parts.Image className={cn('aspect-square', className)} {...props} />
}

/** shadcn/ui's `AvatarFallback`. */
export function AvatarFallback({ className, ...props }: AvatarFallbackProps): ReactElement {
  return <Parts.Fallback className={cn('bg-muted text-muted', className)} {...props} />
}
