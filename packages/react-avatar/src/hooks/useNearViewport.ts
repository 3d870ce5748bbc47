'use client'
import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { useAvatarScope } from '../scope/AvatarScope.js'

/**
 * Whether the element is near the viewport (about 1,250 px), seen through the provider's one observer. Elements that scroll
 * into reach count after 150 ms, those that are there from the start at once. False on the server.
 *
 * @throws Error without an `<AvatarProvider>`.
 * @example
 * ```tsx
 * const ref = useRef<HTMLLIElement>(null)
 * const { data } = useAvatar(chatId, { active: useNearViewport(ref) })
 * ```
 */
export function useNearViewport(ref: RefObject<Element | null>): boolean {
  const { gate } = useAvatarScope()
  const [near, setNear] = useState(false)
  const [element, setElement] = useState<Element | null>(null)
  // After every render, since the element may come and go.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the same element again changes nothing
  useEffect(() => setElement(ref.current))
  useEffect(() => {
    if (!element) return undefined
    const leave = gate(element, setNear)
    return () => {
      leave?.()
      setNear(false)
    }
  }, [gate, element])
  return near
}
