/**
 * Tells elements whether they are near the viewport: calls `tell` whenever the element comes near or goes far, until the
 * returned function is called. One per provider, shared by all of its avatars. For `eager` ones everywhere is near.
 */
export type NearGate = (
  element: Element,
  tell: (near: boolean) => void,
  eager?: boolean,
) => (() => void) | undefined

interface Watch {
  near: boolean
  /** An avatar and a hook may watch the same element. */
  tells: Set<(near: boolean) => void>
}

/** How far outside of the viewport, and of inner scrollers, an element counts as near. */
const MARGIN = '1250px'
/** How long an element that scrolled into reach has to stay there before it is told so. */
const DWELL_MS = 150

/** How long what an element does may go unnoticed: less than it has to stay. */
const DELAY_MS = 100

/**
 * Makes a gate. Elements that are near when they appear are told at once; those that come while something scrolls have
 * to stay {@link DWELL_MS}, at most twice that, so that rows that only fly past ask for nothing, and rows that stay are told in
 * groups and not one by one. Without `IntersectionObserver` all is near.
 */
export function createNearGate(): NearGate {
  const watches = new Map<Element, Watch>()
  let scrolledAt = -DWELL_MS
  /** What came while something scrolled: first these, told at the end of their time, then those. */
  let ripening: IntersectionObserverEntry[] = []
  let fresh: IntersectionObserverEntry[] = []
  const onScroll = ({ timeStamp }: Event): void => {
    scrolledAt = timeStamp
  }
  const deliver = (entries: readonly IntersectionObserverEntry[]): void => {
    const arrived = entries.filter(({ target, isIntersecting, time }) => {
      const watch = watches.get(target)
      if (watch?.near !== !isIntersecting) return false
      watch.near = isIntersecting
      if (!isIntersecting) {
        // What goes has been scrolled away, also where the event comes later.
        scrolledAt = time
        for (const tell of watch.tells) tell(false)
      }
      return isIntersecting
    })
    const [first] = arrived
    if (!first) return
    if (first.time - scrolledAt >= DWELL_MS) open(arrived)
    else if (ripening.length) fresh.push(...arrived)
    else {
      ripening = arrived
      setTimeout(ripen, DWELL_MS)
    }
  }
  /** Tells those that have stayed long enough, all at once, and begins with those that have come meanwhile. */
  const ripen = (): void => {
    const ripe = ripening
    ripening = fresh
    fresh = []
    if (ripening.length) setTimeout(ripen, DWELL_MS)
    open(ripe)
  }
  // All of one moment together, so that they are asked for together.
  const open = (arrived: readonly IntersectionObserverEntry[]): void => {
    // On a busy page what has left since may not have been delivered yet.
    if (observer) deliver(observer.takeRecords())
    for (const { target } of arrived) {
      const watch = watches.get(target)
      if (watch?.near) for (const tell of watch.tells) tell(true)
    }
  }
  const init: IntersectionObserverInit & { scrollMargin: string; delay: number } = {
    rootMargin: MARGIN,
    scrollMargin: MARGIN,
    // Where browsers know it, thousands of far elements are not looked at again in every frame of an animation.
    delay: DELAY_MS,
  }
  const { IntersectionObserver: Observer } = globalThis as Partial<typeof globalThis>
  const observer = Observer && new Observer(deliver, init)

  return (element, tell, eager) => {
    if (eager || !observer) {
      tell(true)
      return undefined
    }
    // Scroll events of inner scrollers do not bubble, but the window may capture them.
    if (!watches.size) addEventListener('scroll', onScroll, true)
    const watch = watches.get(element) ?? { near: false, tells: new Set() }
    watches.set(element, watch)
    watch.tells.add(tell)
    observer.observe(element)
    if (watch.near) tell(true)
    return () => {
      watch.tells.delete(tell)
      if (watch.tells.size) return
      watches.delete(element)
      observer.unobserve(element)
      if (!watches.size) removeEventListener('scroll', onScroll, true)
    }
  }
}
