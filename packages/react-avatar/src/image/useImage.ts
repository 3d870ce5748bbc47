'use client'
import { useState } from 'react'
import { nextImageStatus } from './imageState.js'
import type { ImageStatus } from './imageState.js'

/** The picture's state, and what the `<img>` needs to report to it. */
export interface ImageController {
  status: ImageStatus
  /** Props of the `<img>`. */
  img: {
    ref: (img: HTMLImageElement | null) => void
    onLoad: () => void
    onError: () => void
  }
}

/**
 * Follows one rendered `<img>`. It never makes an image of its own and asks `complete` only once, when an element appears:
 * a picture that came from memory, or that loaded or failed before hydration, has no event left to give. A new element
 * begins anew, whatever the one before showed.
 */
export function useImage(url: string | undefined): ImageController {
  // One state and not three: a list has thousands of them.
  const [shown, setShown] = useState(() => {
    const set = (status: ImageStatus): void =>
      // oxlint-disable-next-line react/immutability -- the browser calls it, long after this is made
      setShown((last) => (last.status === status ? last : { ...last, status }))
    const onLoad = (): void => set('loaded')
    const onError = (): void => set('error')
    let known: HTMLImageElement | undefined
    const ref = (element: HTMLImageElement | null): void => {
      if (!element || element === known) return
      const { src } = element
      if (!element.complete) {
        if (known) set('loading')
      } else if (element.naturalWidth) onLoad()
      // Broken, or without a size of its own: only decoding tells. Test environments, which load nothing, have none.
      else element.decode?.().catch(() => known?.src === src && onError())
      known = element
    }
    return { url, status: nextImageStatus('idle', url), img: { ref, onLoad, onError } }
  })
  if (shown.url !== url) setShown({ ...shown, url, status: nextImageStatus(shown.status, url) })
  return shown
}
