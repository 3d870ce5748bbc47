import { forwardRef, version } from 'react'
import type { ReactNode } from 'react'
import type { AnyProps } from './mergeProps.js'
import type { PartComponent, WithRef } from './PartProps.js'

declare const process: { env: { NODE_ENV?: string } }

/**
 * Lets a function component have `ref` among its props. React 19 gives it anyway (and to leave it at that saves a fiber
 * for each avatar), React 18 has to be asked.
 */
export function acceptRef<Props extends object, Element>(
  component: (props: WithRef<Props>) => ReactNode,
): PartComponent<Props, Element>
export function acceptRef(component: (props: AnyProps) => ReactNode): (props: never) => ReactNode {
  if (version >= '19') return component
  const accepting = forwardRef<unknown, AnyProps>((props, ref) => component({ ...props, ref }))
  // Bundlers drop this in production; without one there may be no `process`.
  try {
    if (process.env.NODE_ENV !== 'production') accepting.displayName = component.name
  } catch {}
  return accepting
}
