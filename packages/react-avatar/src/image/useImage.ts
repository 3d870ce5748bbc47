'use client'
import { useMemo, useReducer } from 'react'
import { nextImageStatus } from './imageState.js'
import type { ImageEvent, ImageStatus } from './imageState.js'

interface ImageState {
  url: string | undefined
  owner: unknown
  status: ImageStatus
  key: number
}

type Change = Pick<ImageState, 'url' | 'owner'>

function reduce(state: ImageState, action: ImageEvent | Change): ImageState {
  if (typeof action === 'string') {
    const status = nextImageStatus(state.status, action)
    return status === state.status
      ? state
      : { ...state, status, key: state.key + Number(action === 'restart') }
  }
  // Another owner's picture may not stay on screen, so the element goes with it.
  const isSame = state.owner === action.owner
  return {
    ...action,
    status: nextImageStatus(isSame ? state.status : 'idle', action.url ? 'url' : 'clear'),
    key: state.key + Number(!isSame),
  }
}

/** The picture's state, and what the `<img>` needs to report to it. */
export interface ImageController {
  status: ImageStatus
  /** Changes when the element itself has to be a new one. */
  key: number
  send: (event: ImageEvent) => void
  handlers: {
    ref: (img: HTMLImageElement | null) => void
    onLoad: () => void
    onError: () => void
  }
}

/**
 * Follows one rendered `<img>`. It never makes an image of its own and asks `complete` only once, when the element
 * appears: a picture that came from memory, or that loaded or failed before hydration, has no event left to give.
 */
export function useImage(url: string | undefined, owner?: unknown): ImageController {
  const [state, send] = useReducer(reduce, { url, owner, status: url ? 'loading' : 'idle', key: 0 })
  if (state.url !== url || state.owner !== owner) send({ url, owner })
  const handlers = useMemo(
    () => ({
      ref(img: HTMLImageElement | null): void {
        // Not there at once: styles may fade it in when it comes.
        if (!img?.complete) img?.setAttribute('data-fade', '')
        else if (img.naturalWidth) send('load')
        // Broken, or without a size of its own: only decoding tells. Test environments, which load nothing, have none.
        else img.decode?.().catch(() => send('error'))
      },
      onLoad: () => send('load'),
      onError: () => send('error'),
    }),
    [],
  )
  return { status: state.status, key: state.key, send, handlers }
}
