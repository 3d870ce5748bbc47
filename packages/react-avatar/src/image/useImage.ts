'use client'
import { useMemo, useReducer } from 'react'
import { nextImageStatus } from './imageState.js'
import type { ImageEvent, ImageStatus } from './imageState.js'

interface ImageState {
  url: string | undefined
  run: unknown
  status: ImageStatus
}

function reduce(state: ImageState, action: ImageEvent | Pick<ImageState, 'url' | 'run'>): ImageState {
  if (typeof action === 'string') {
    const status = nextImageStatus(state.status, action)
    return status === state.status ? state : { ...state, status }
  }
  const before = state.run === action.run ? state.status : 'idle'
  return { ...action, status: nextImageStatus(before, action.url ? 'url' : 'clear') }
}

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
  const [state, send] = useReducer(reduce, { url, run, status: url ? 'loading' : 'idle' })
  if (state.url !== url || state.run !== run) send({ url, run })
  const img = useMemo(
    () => ({
      ref(element: HTMLImageElement | null): void {
        // Not there at once: styles may fade it in when it comes.
        if (!element?.complete) element?.setAttribute('data-fade', '')
        else if (element.naturalWidth) send('load')
        // Broken, or without a size of its own: only decoding tells. Test environments, which load nothing, have none.
        else element.decode?.().catch(() => send('error'))
      },
      onLoad: () => send('load'),
      onError: () => send('error'),
    }),
    [],
  )
  return { status: state.status, img }
}
