'use client'
import { useMemo, useState } from 'react'
import { nextImageStatus } from './imageState.js'
import type { ImageEvent, ImageStatus } from './imageState.js'

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
 * Follows one rendered `<img>`. It never makes an image of its own and asks `complete` only once, when the element
 * appears: a picture that came from memory, or that loaded or failed before hydration, has no event left to give. Another
 * `run` begins anew; the `<img>` has to be a new one then, so let its `key` be the run.
 */
export function useImage(url: string | undefined, run?: unknown): ImageController {
  const begin = (before: ImageStatus) => ({
    url,
    run,
    status: nextImageStatus(before, url ? 'url' : 'clear'),
  })
  const [state, setState] = useState(begin('idle'))
  if (state.url !== url || state.run !== run) setState(begin(state.run === run ? state.status : 'idle'))
  const img = useMemo(() => {
    const on = (event: ImageEvent) => (): void =>
      setState((before) => {
        const status = nextImageStatus(before.status, event)
        return status === before.status ? before : { ...before, status }
      })
    const onLoad = on('load')
    const onError = on('error')
    return {
      ref(element: HTMLImageElement | null): void {
        // Not there at once: styles may fade it in when it comes.
        if (!element?.complete) element?.setAttribute('data-fade', '')
        else if (element.naturalWidth) onLoad()
        // Broken, or without a size of its own: only decoding tells. Test environments, which load nothing, have none.
        else element.decode?.().catch(onError)
      },
      onLoad,
      onError,
    }
  }, [])
  return { status: state.status, img }
}
