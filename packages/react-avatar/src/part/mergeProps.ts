import type { HTMLAttributes } from 'react'
import type { AnyRef, ElementRef } from './mergeRefs.js'

/** Props of an element whose type is not known here. */
export interface AnyProps<Ref = AnyRef> extends HTMLAttributes<HTMLElement> {
  ref?: Ref
  [name: string]: unknown
}

/** What a part brings itself. */
export type OwnProps = AnyProps<ElementRef | undefined>

/**
 * Lays `theirs` over `ours`, in place, since a list has thousands of them: event handlers both run (theirs first), class names
 * join, styles merge, and for everything else theirs wins unless it is undefined. A class or style of theirs may be a function of
 * `state`, and may be empty: ours stays.
 */
export function mergeProps(
  ours: OwnProps,
  theirs: Readonly<Record<string, unknown>>,
  state: unknown,
): OwnProps {
  for (const name in theirs) {
    const our = ours[name]
    const given = theirs[name]
    let their = given
    if (name === 'className' || name === 'style') {
      if (typeof given === 'function') their = given(state)
      if (!their) their = our
      // oxlint-disable-next-line typescript/no-base-to-string -- where ours is text, which is a class name, so is theirs
      else if (our) their = typeof our === 'string' ? our + ' ' + their : { ...our, ...their }
    } else if (typeof our === 'function' && typeof given === 'function') {
      their = (...args: unknown[]) => {
        given(...args)
        our(...args)
      }
    }
    if (their !== undefined) ours[name] = their
  }
  return ours
}
