'use client'
import { cloneElement, createElement, isValidElement, useMemo } from 'react'
import type { ReactElement } from 'react'
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
