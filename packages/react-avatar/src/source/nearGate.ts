/** Tells elements whether they are near the viewport. One per provider, shared by all of its avatars. */
export interface NearGate {
  /** Calls `onChange` whenever `element` comes near or goes far, until the returned function is called. */
  observe(element: Element, onChange: (near: boolean) => void): () => void
}

interface Watch {
  near: boolean
  tell: (near: boolean) => void
}

/** How far outside of the viewport, and of inner scrollers, an element counts as near. */
const MARGIN = '1250px'
/** How long an element that scrolled into reach has to stay there before it is told so. */
const DWELL_MS = 150

/**
 * Makes a gate. Elements that are near when they appear are told at once; those that come while something scrolls have
 * to stay {@link DWELL_MS}, so that rows that only fly past ask for nothing. Without `IntersectionObserver` all is near.
 */
export function createNearGate(): NearGate {
  const watches = new Map<Element, Watch>()
  let scrolledAt = -Infinity
  let observer: IntersectionObserver | undefined

  const onScroll = (): void => {
    scrolledAt = performance.now()
  }
  const onEntries = (entries: readonly IntersectionObserverEntry[]): void => {
    const arrived: Watch[] = []
    let seenAt = 0
    for (const { target, isIntersecting, time } of entries) {
      seenAt = time
      const watch = watches.get(target)
      if (!watch || watch.near === isIntersecting) continue
      watch.near = isIntersecting
      if (isIntersecting) arrived.push(watch)
      else watch.tell(false)
    }
    const open = (): void => {
      // On a busy page what has left since may not have been delivered yet.
      onEntries(observer?.takeRecords() ?? [])
      for (const watch of arrived) if (watch.near) watch.tell(true)
    }
    if (!arrived.length) return
    if (seenAt - scrolledAt < DWELL_MS) setTimeout(open, DWELL_MS)
    else open()
  }

  return {
    observe(element, tell) {
      if (typeof IntersectionObserver === 'undefined') {
        tell(true)
        return () => {}
      }
      if (!observer) {
        const init: IntersectionObserverInit & { scrollMargin: string } = {
          rootMargin: MARGIN,
          scrollMargin: MARGIN,
        }
        observer = new IntersectionObserver(onEntries, init)
        // Scroll events of inner scrollers do not bubble, but the window may capture them.
        addEventListener('scroll', onScroll, { capture: true, passive: true })
      }
      const watch = { near: false, tell }
      watches.set(element, watch)
      observer.observe(element)
      return () => {
        watch.near = false
        // A later watch of the same element stays.
        if (watches.get(element) !== watch) return
        watches.delete(element)
        observer?.unobserve(element)
        if (watches.size) return
        observer?.disconnect()
        observer = undefined
        removeEventListener('scroll', onScroll, true)
      }
    },
  }
}
