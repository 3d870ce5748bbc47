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
 * `state`.
 */
export function mergeProps(
  ours: OwnProps,
  theirs: Readonly<Record<string, unknown>>,
  state: unknown,
): OwnProps {
  for (const name in theirs) {
    const isLook = name === 'className' || name === 'style'
    const our = ours[name]
    const given = theirs[name]
    let their = given
    if (typeof given === 'function') {
      if (isLook) their = given(state)
      else if (typeof our === 'function') {
        their = (...args: unknown[]) => {
          given(...args)
          our(...args)
        }
      }
    }
    // oxlint-disable-next-line typescript/no-base-to-string -- where ours is text, which is a class name, so is theirs
    if (isLook && our && their) their = typeof our === 'string' ? our + ' ' + their : { ...our, ...their }
    if (their !== undefined) ours[name] = their
  }
  return ours
}
