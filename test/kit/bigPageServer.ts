import { build } from 'esbuild'
import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

/** What a page is made of: one script, one style sheet. */
export interface PageFiles {
  script: string
  styles: string
}

/** How {@link bundlePage} builds. */
export interface BundlePageOptions {
  /** Packages to take from elsewhere: name to folder. */
  alias?: Record<string, string> | undefined
}

/** Builds a page for production from the workspace's sources. */
export async function bundlePage(entry: string, { alias }: BundlePageOptions = {}): Promise<PageFiles> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: 'page',
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@greenapi/source', 'production'],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    ...(alias === undefined ? {} : { alias }),
  })
  const textOf = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return { script: textOf('.js'), styles: textOf('.css') }
}

/** One request of a page to its backend. */
export interface Hit {
  kind: 'look-up' | 'picture'
}

/** A page and its backend on one origin, over HTTP/1.1. */
export interface PageServer {
  origin: string
  /** Requests to the backend since the start or the last `forget`, in order. */
  hits: () => readonly Hit[]
  forget: () => void
  /** Look-ups that wait for their answer, by number, and how many at the most so far. */
  lookUps: () => { open: ReadonlySet<number>; peak: number }
  close: () => Promise<void>
}

const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>big page</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"><style>body{margin:0}</style>
<div id="root"></div><script src="/page.js"></script></html>`

/** Serves the page at `/`, its files, and the backend below `/api/avatars`; writes down what reaches the backend. */
export async function servePage(files: PageFiles, backend: RequestListener): Promise<PageServer> {
  let hits: Hit[] = []
  const open = new Set<number>()
  let count = 0
  let peak = 0
  const note = (request: IncomingMessage, response: ServerResponse): void => {
    const kind = request.url?.includes('/picture/') === true ? 'picture' : 'look-up'
    hits.push({ kind })
    if (kind === 'picture') return
    const number = count++
    open.add(number)
    peak = Math.max(peak, open.size)
    response.once('close', () => open.delete(number))
  }
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/avatars') === true) {
      note(request, response)
      return backend(request, response)
    }
    if (request.url === '/page.js') return send(response, 'text/javascript', files.script)
    if (request.url === '/page.css') return send(response, 'text/css', files.styles)
    return send(response, 'text/html', HTML)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    hits: () => hits,
    forget: () => (hits = []),
    lookUps: () => ({ open: new Set(open), peak }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function send(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
  response.end(text)
}
