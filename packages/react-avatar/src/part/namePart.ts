import { cloneElement } from 'react'
import type { ReactElement } from 'react'
import type { AnyProps } from './mergeProps.js'

/**
 * Gives a rendered root its one accessible name, or hides it where it has none. A link, a button, or a component that may
 * be either, keeps its own role and stays visible: it needs a name even as decoration.
 */
export function namePart(
  element: ReactElement<AnyProps>,
  name: string | undefined,
  decorative: boolean | undefined,
): ReactElement<AnyProps> {
  const ownRole = typeof element.type !== 'string' || /^(a|button|summary|label)$/.test(element.type)
  const hidden = (!ownRole && decorative) || undefined
  return cloneElement(element, {
    role: ownRole || hidden ? undefined : 'img',
    'aria-hidden': hidden,
    'aria-label': hidden ? undefined : name,
    ...element.props,
  })
}
