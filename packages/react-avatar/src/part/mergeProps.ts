import type { HTMLAttributes } from 'react'
import type { AnyRef } from './mergeRefs.js'

/** Props of an element whose type is not known here. */
export interface AnyProps extends HTMLAttributes<HTMLElement> {
  ref?: AnyRef
  [name: string]: unknown
}

type Handler = (...args: unknown[]) => void
const isHandler = (value: unknown): value is Handler => typeof value === 'function'

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
      if (isHandler(our) && isHandler(their)) {
        merged[name] = (...args: unknown[]) => {
          their(...args)
          our(...args)
        }
      }
    }
  }
  return merged
}
