/** A ref to an element whose type is not known here. (Methods compare bivariantly, as React's own ref type has it.) */
export type AnyRef = { call(node: unknown): unknown }['call'] | { current: unknown } | null | undefined

/** A ref that fits any HTML element. */
export type ElementRef = (element: HTMLElement | null) => void

/** One ref that fills several; a function itself where it is the only one. */
export function mergeRefs(refs: readonly AnyRef[]): ElementRef | undefined {
  const wanted = refs.filter((ref) => !!ref)
  if (!wanted.length) return undefined
  // React 18 knows no cleanup functions of refs and React 19 does: they are kept here and never handed to React.
  let cleanups: unknown[] = []
  return (element) => {
    cleanups = wanted.map((ref, index) => {
      const cleanup = element ? undefined : cleanups[index]
      if (typeof cleanup === 'function') return cleanup()
      if (typeof ref === 'function') return ref(element)
      return (ref.current = element)
    })
  }
}
