'use client'
import { Children, useMemo } from 'react'
import type { ElementType, ReactElement } from 'react'
import { jsx } from 'react/jsx-runtime'
import { mergeProps } from './mergeProps.js'
import type { AnyProps, OwnProps } from './mergeProps.js'
import { mergeRefs } from './mergeRefs.js'
import type { AnyRef } from './mergeRefs.js'
import type { StyledProps, WithRef } from './PartProps.js'

/**
 * Renders one part: `ours`, which it takes over, under the user's props, in the element that `render` asks for, with all refs
 * that want it.
 */
export function usePart<State extends object>(
  ours: OwnProps,
  { render, ref: theirRef, ...theirs }: WithRef<StyledProps<State>>,
  state: State,
  tag = 'span',
): ReactElement {
  // From a server component an element may come as a promise of one, which `Children` waits for.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one element in, one out
  const given = (typeof render === 'object' && Children.toArray(render)[0]) as
    | ReactElement<AnyProps>
    | undefined
  const { ref: ourRef } = ours
  // React 19 has an element's ref among its props, React 18 beside them.
  const givenRef: AnyRef = given ? { ...given, ...given.props }.ref : undefined
  // Stable as long as all three are, so that React does not detach and attach it at every render.
  const ref = useMemo(
    () => (theirRef || givenRef ? mergeRefs([ourRef, theirRef, givenRef]) : ourRef),
    // oxlint-disable-next-line react/preserve-manual-memoization -- what follows changes ours alone
    [ourRef, theirRef, givenRef],
  )
  const props = mergeProps(ours, theirs, state)
  // Children are the part's own business, whatever the given element has.
  if (given) mergeProps(props, { ...given.props, children: undefined }, state)
  props.ref = ref
  if (typeof render === 'function') return render(props, state)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- React's types know no element of unknown tag
  const type = (given ? given.type : tag) as ElementType
  // Not `createElement`, which copies.
  return jsx(type, props)
}
