/** How pictures end in a test: all of them load, all fail, or the test decides for each. */
export type PictureEnding = 'loaded' | 'failed' | 'manual'

const PICTURES = ':is([data-image="loading"], [data-image="swapping"]) > img'

/** Ends the loading of one rendered picture, as a browser does: with its size, and the event. */
function end(img: HTMLImageElement, width: number, event: 'load' | 'error'): void {
  Object.defineProperty(img, 'naturalWidth', { configurable: true, value: width })
  img.dispatchEvent(new Event(event))
}

/**
 * Has a rendered picture load. State updates follow, so wrap the call in `act`, or await what it shows.
 *
 * @example
 * ```ts
 * act(() => loadPicture(screen.getByRole('img', { name: 'Maria' })))
 * ```
 * @throws TypeError when there is no picture on or in the element.
 */
export function loadPicture(avatar: Element): void {
  end(pictureOf(avatar), 96, 'load')
}

/**
 * Has a rendered picture fail. As {@link loadPicture}.
 *
 * @throws TypeError when there is no picture on or in the element.
 */
export function failPicture(avatar: Element): void {
  end(pictureOf(avatar), 0, 'error')
}

function pictureOf(avatar: Element): HTMLImageElement {
  const img = avatar instanceof HTMLImageElement ? avatar : avatar.querySelector('img')
  if (img) return img
  throw new TypeError(
    '@greenapi/react-avatar/testing: no <img> on or in the element. Await data-status="found" first.',
  )
}

/**
 * Ends each picture in the document soon after it appears or gets another url, in environments that load nothing. Returns
 * how to stop.
 */
export function playPictures(ending: 'loaded' | 'failed'): () => void {
  const ended = new WeakMap<HTMLImageElement, string>()
  const play = (): void => {
    for (const img of document.querySelectorAll<HTMLImageElement>(PICTURES)) {
      if (ended.get(img) === img.src) continue
      ended.set(img, img.src)
      if (ending === 'loaded') loadPicture(img)
      else failPicture(img)
    }
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  // After the task, as in a browser, and so outside of the render that made the picture.
  const schedule = (): void => {
    clearTimeout(timer)
    timer = setTimeout(play)
  }
  const observer = new MutationObserver(schedule)
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['src', 'data-image'],
  })
  schedule()
  return () => {
    observer.disconnect()
    clearTimeout(timer)
  }
}
