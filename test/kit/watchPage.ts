import type { Page, Response } from 'playwright'

/** What a page did on the network and on its console since `watchPage` was called. */
export interface PageWatch {
  /** Requests to any host but this machine. */
  outside: string[]
  /** Requests that failed or were answered with 400 or more. */
  failed: string[]
  /** Requests that the page itself gave up: right for look-ups of rows that scrolled away, and for nothing else. */
  calledOff: () => Promise<number>
  /** Settles when `calledOff` can count: to be waited for before the first navigation. */
  isReady: Promise<unknown>
  /** Everything on the console, and every uncaught error. */
  console: string[]
  /** Every response as text: address, headers and body, for searching. */
  traffic: () => Promise<string[]>
}

const isLocal = (url: string): boolean =>
  /^(data|blob|about|chrome-extension):/.test(url) ||
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)

declare global {
  interface Window {
    requestsCalledOff?: number
  }
}

/** Runs in the page, before its own scripts. */
function countCalledOff(): void {
  const original = window.fetch
  window.requestsCalledOff = 0
  window.fetch = (input, init) => {
    init?.signal?.addEventListener('abort', () => {
      window.requestsCalledOff = (window.requestsCalledOff ?? 0) + 1
    })
    return original(input, init)
  }
}

/** Writes down all that a page asks, gets and prints. Call it before the first navigation. */
export function watchPage(page: Page): PageWatch {
  const watch = { outside: [] as string[], failed: [] as string[], console: [] as string[] }
  const isReady = page.addInitScript(countCalledOff)
  const responses: Response[] = []
  page.on('request', (request) => {
    if (!isLocal(request.url())) watch.outside.push(request.url())
  })
  page.on('requestfailed', (request) => {
    // A look-up may be called off; and on a busy machine Chromium says the same of a stream that was read to its end.
    const reason = request.failure()?.errorText ?? ''
    if (!reason.includes('ERR_ABORTED')) watch.failed.push(`${request.method()} ${request.url()} ${reason}`)
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
    isReady,
    calledOff: () => page.evaluate(() => window.requestsCalledOff ?? 0),
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
