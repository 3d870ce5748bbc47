/** A ref to an element whose type is not known here. (Methods compare bivariantly, as React's own ref type has it.) */
export type AnyRef = { call(node: unknown): unknown }['call'] | { current: unknown } | null | undefined

/** A function that is a ref to an HTML element, whichever it is. */
export type ElementRef = { call(element: HTMLElement | null): void }['call']

/** One ref that fills several. */
export function mergeRefs(refs: readonly AnyRef[]): ElementRef {
  // React 18 knows no cleanup functions of refs and React 19 does: they are kept here and never handed to React.
  let cleanups: unknown[] = []
  return (element) => {
    cleanups = refs.map((ref, index) => {
      const cleanup = element ? undefined : cleanups[index]
      if (typeof cleanup === 'function') return cleanup()
      if (typeof ref === 'function') return ref(element)
      return ref && (ref.current = element)
    })
  }
}
