'use client'
import { cloneElement, createElement, isValidElement, useMemo } from 'react'
import type { CSSProperties, ReactElement } from 'react'
import { mergeProps } from './mergeProps.js'
import type { AnyProps } from './mergeProps.js'
import { mergeRefs } from './mergeRefs.js'
import type { StyledProps, WithRef } from './PartProps.js'

/** Renders one part: `ours` under the user's props, in the element that `render` asks for, with all refs that want it. */
export function usePart<State extends object>(
  ours: AnyProps,
  { render, className, style, ref: theirRef, ...rest }: WithRef<StyledProps<State>>,
  state: State,
  tag = 'span',
): ReactElement {
  const ourRef = ours.ref
  const given = isValidElement<AnyProps>(render) ? render : undefined
  // React 19 has an element's ref among its props, React 18 beside them.
  const { ref: givenRef }: AnyProps = { ...given, ...given?.props }
  // Stable as long as all three are, so that React does not detach and attach it at every render.
  const ref = useMemo(() => mergeRefs([ourRef, theirRef, givenRef]), [ourRef, theirRef, givenRef])
  const props = {
    ...mergeProps(ours, {
      ...rest,
      className: typeof className === 'function' ? className(state) : className,
      style: typeof style === 'function' ? style(state) : style,
    }),
    ref,
  }
  if (typeof render === 'function') return render(props, state)
  const { children } = props
  // Children are the part's own business, whatever the given element had.
  return given
    ? cloneElement(given, { ...mergeProps(props, given.props), children, ref })
    : createElement(tag, props)
}

const UNSEEN: CSSProperties = { position: 'absolute', clipPath: 'inset(50%)' }

/**
 * Gives a part its one accessible name, or hides it as decoration. A link, a button, or a component that may be either,
 * keeps its own role and needs a name even as decoration; it gets it as unseen text, because an `aria-label` that does not
 * begin with what is seen (the initials) fails people who speak to their computer.
 */
export function namePart(
  element: ReactElement,
  name: string | undefined,
  decorative: boolean | undefined,
): ReactElement {
  if (!isValidElement<AnyProps>(element)) return element
  const { type, props } = element
  if (typeof type === 'string' && !/^(a|button|summary|label)$/.test(type)) {
    const naming = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name }
    return cloneElement(element, { ...naming, ...props })
  }
  const text = createElement('span', { className: 'wa-avatar-name', style: UNSEEN }, name)
  return props['aria-label'] ? element : cloneElement(element, {}, props.children, text)
}
