'use client'
import { createElement, isValidElement, useMemo } from 'react'
import type { ReactElement } from 'react'
import { mergeProps } from './mergeProps.js'
import type { AnyProps } from './mergeProps.js'
import { mergeRefs } from './mergeRefs.js'
import type { StyledProps, WithRef } from './PartProps.js'

/** Renders one part: `ours` under the user's props, in the element that `render` asks for, with all refs that want it. */
export function usePart<State extends object>(
  ours: AnyProps,
  { render, className, style, ref: theirRef, ...theirs }: WithRef<StyledProps<State>>,
  state: State,
  tag = 'span',
): ReactElement {
  const given = isValidElement<AnyProps>(render) ? render : undefined
  const { ref: ourRef } = ours
  // React 19 has an element's ref among its props, React 18 beside them.
  const { ref: givenRef }: AnyProps = { ...given, ...given?.props }
  // Stable as long as all three are, so that React does not detach and attach it at every render.
  const ref = useMemo(() => mergeRefs([ourRef, theirRef, givenRef]), [ourRef, theirRef, givenRef])
  const merged = mergeProps(ours, {
    ...theirs,
    className: typeof className === 'function' ? className(state) : className,
    style: typeof style === 'function' ? style(state) : style,
  })
  const props = {
    ...merged,
    // Children are the part's own business, whatever the given element has.
    ...(given && { ...mergeProps(merged, given.props), children: merged.children, key: given.key }),
    ref,
  }
  return typeof render === 'function' ? render(props, state) : createElement(given?.type ?? tag, props)
}
