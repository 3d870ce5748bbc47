/** A ref to an element whose type is not known here. (Methods compare bivariantly, as React's own ref type has it.) */
export type AnyRef = { call(node: unknown): unknown }['call'] | { current: unknown } | null | undefined

/** One ref that fills several. */
export function mergeRefs(refs: readonly AnyRef[]): (node: unknown) => void {
  // React 18 knows no cleanup functions of refs and React 19 does: they are kept here and never handed to React.
  let undo: (() => unknown)[] = []
  return (node) => {
    for (const leave of undo) leave()
    undo = []
    for (const ref of refs) {
      if (typeof ref !== 'function') {
        if (ref) ref.current = node
      } else if (node) {
        const cleanup = ref(node)
        undo.push(() => (typeof cleanup === 'function' ? cleanup() : ref(null)))
      }
    }
  }
}
