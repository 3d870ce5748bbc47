import type { Page, Response } from 'playwright'

/** What a page did on the network and on its console since `watchPage` was called. */
export interface PageWatch {
  /** Requests to any host but this machine. */
  outside: string[]
  /** Requests that failed or were answered with 400 or more. */
  failed: string[]
  /** Requests that the page gave up: right for look-ups of rows that scrolled away, and for nothing else. */
  calledOff: string[]
  /** Everything on the console, and every uncaught error. */
  console: string[]
  /** Every response as text: address, headers and body, for searching. */
  traffic: () => Promise<string[]>
}

const isLocal = (url: string): boolean =>
  /^(data|blob|about|chrome-extension):/.test(url) ||
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)

/** Writes down all that a page asks, gets and prints. Call it before the first navigation. */
export function watchPage(page: Page): PageWatch {
  const watch = {
    outside: [] as string[],
    failed: [] as string[],
    calledOff: [] as string[],
    console: [] as string[],
  }
  const responses: Response[] = []
  page.on('request', (request) => {
    if (!isLocal(request.url())) watch.outside.push(request.url())
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    const list = reason.includes('ERR_ABORTED') ? watch.calledOff : watch.failed
    list.push(`${request.method()} ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    responses.push(response)
    if (response.status() >= 400) watch.failed.push(`${response.status()} ${response.url()}`)
  })
  page.on('console', (message) => {
    // Vite and React announce their development tools; neither is the page's doing.
    if (message.type() !== 'debug' && !message.text().includes('React DevTools')) {
      watch.console.push(`${message.type()}: ${message.text()}`)
    }
  })
  page.on('pageerror', (error) => watch.console.push(`uncaught: ${error.message}`))
  return {
    ...watch,
    traffic: () =>
      Promise.all(
        responses.map(async (response) => {
          const body = await response.body().catch(() => Buffer.alloc(0))
          const request = response.request()
          const asked = `${request.method()} ${response.url()}\n${JSON.stringify(request.headers())}\n${request.postData() ?? ''}`
          return `${asked}\n${JSON.stringify(response.headers())}\n${body.toString('latin1')}`
        }),
      ),
  }
}

/** Counts the avatars of a page by what they show. */
export function countAvatars(page: Page): Promise<{ decoded: number; fallbacks: number; broken: number }> {
  return page.evaluate(() => {
    const count = { decoded: 0, fallbacks: 0, broken: 0 }
    for (const root of document.querySelectorAll('[data-status][data-image]')) {
      const image = root.querySelector('img')
      const isDecoded = image !== null && image.complete && image.naturalWidth > 0
      if (isDecoded) count.decoded += 1
      else if (image?.complete === true && getComputedStyle(image).visibility !== 'hidden') count.broken += 1
      if (!isDecoded && root.getAttribute('data-status') !== 'found') count.fallbacks += 1
    }
    return count
  })
}
