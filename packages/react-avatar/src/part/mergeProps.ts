import type { HTMLAttributes } from 'react'
import type { AnyRef } from './mergeRefs.js'

/** Props of an element whose type is not known here. */
export interface AnyProps extends HTMLAttributes<HTMLElement> {
  ref?: AnyRef
  [name: string]: unknown
}

/**
 * Lays `theirs` over `ours`: event handlers both run (theirs first), class names join, styles merge, and for everything
 * else theirs wins unless it is undefined.
 */
export function mergeProps(ours: AnyProps, theirs: AnyProps): AnyProps {
  const merged = { ...ours }
  for (const name in theirs) {
    const our = ours[name]
    const their = theirs[name]
    if (their !== undefined) merged[name] = their
    if (our && their) {
      if (name === 'className') merged[name] = `${ours[name]} ${theirs[name]}`
      if (name === 'style') merged[name] = { ...ours[name], ...theirs[name] }
      if (typeof our === 'function' && typeof their === 'function') {
        merged[name] = (...args: unknown[]) => {
          their(...args)
          our(...args)
        }
      }
    }
  }
  return merged
}
