import { cloneElement, isValidElement } from 'react'
import type { CSSProperties, ReactElement } from 'react'
import type { AnyProps } from './mergeProps.js'

const UNSEEN: CSSProperties = { position: 'absolute', clipPath: 'inset(50%)', whiteSpace: 'nowrap' }

/** The props that give an element its one accessible name, or hide it as decoration. */
export const nameProps = (name: string | undefined, decorative: boolean | undefined): AnyProps =>
  decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name }

/**
 * Names an element that `render` gave. A link, a button, or a component that may be either, keeps its own role and needs a
 * name even as decoration; it gets it as unseen text, because an `aria-label` that does not begin with what is seen (the
 * initials) fails people who speak to their computer.
 */
export function namePart(
  element: ReactElement,
  name: string | undefined,
  decorative: boolean | undefined,
): ReactElement {
  if (!isValidElement<AnyProps>(element)) return element
  const { type, props } = element
  if (typeof type === 'string' && !/^(a|button|summary|label)$/.test(type)) {
    return cloneElement(element, { ...nameProps(name, decorative), ...props })
  }
  if (props['aria-label']) return element
  const text = (
    <span className="wa-avatar-name" style={UNSEEN}>
      {name}
    </span>
  )
  return cloneElement(element, undefined, props.children, text)
}
