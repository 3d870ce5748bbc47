import { cloneElement, createElement, isValidElement } from 'react'
import type { CSSProperties, ReactElement } from 'react'
import type { AnyProps, OwnProps } from './mergeProps.js'

/** Elements that have a role of their own, which ours would take away. */
const INTERACTIVE = /^(a|button|summary|label)$/

const UNSEEN: CSSProperties = { position: 'absolute', clipPath: 'inset(50%)' }

/** How a part is called. */
export interface Naming {
  name: string | undefined
  decorative: boolean | undefined
  /** False where `styles.css` alone may hide the text. */
  inlineStyles: boolean
}

/** The name of an element that has no role of its own. */
export const plainNaming = (name: string | undefined, decorative: boolean | undefined): OwnProps =>
  decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name }

/**
 * Gives a part its one accessible name, or hides it as decoration. A link, a button, or a component that may be either,
 * keeps its own role and needs a name even as decoration; it gets it as unseen text, because an `aria-label` that does not
 * begin with what is seen (the initials) fails people who speak to their computer.
 */
export function namePart(element: ReactElement, { name, decorative, inlineStyles }: Naming): ReactElement {
  if (!isValidElement<AnyProps>(element)) return element
  const { type, props } = element
  if (typeof type === 'string' && !INTERACTIVE.test(type)) {
    return cloneElement(element, { ...plainNaming(name, decorative), ...props })
  }
  const style = inlineStyles ? UNSEEN : undefined
  return cloneElement(
    element,
    {},
    props.children,
    createElement('span', { className: 'wa-avatar-name', style }, name),
  )
}
