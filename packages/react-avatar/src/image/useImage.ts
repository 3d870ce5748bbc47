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
  const event = url ? 'url' : 'idle'
  const [status, setStatus] = useState(nextImageStatus('idle', event))
  const [shown, setShown] = useState(url)
  if (shown !== url) {
    setShown(url)
    setStatus(nextImageStatus(status, event))
  }
  const [img] = useState(() => {
    let known: HTMLImageElement | undefined
    const onLoad = (): void => setStatus('loaded')
    const onError = (): void => setStatus('error')
    return {
      ref(element: HTMLImageElement | null): void {
        if (!element || element === known) return
        known = element
        if (!element.complete) {
          setStatus('loading')
          // Not there at once: styles may fade it in when it comes.
          element.setAttribute('data-fade', '')
        } else if (element.naturalWidth) onLoad()
        // Broken, or without a size of its own: only decoding tells. Test environments, which load nothing, have none.
        else element.decode?.().catch(onError)
      },
      onLoad,
      onError,
    }
  })
  return { status, img }
}
