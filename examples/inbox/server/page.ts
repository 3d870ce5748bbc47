import react from '@vitejs/plugin-react'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createServer, defaultClientConditions } from 'vite'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const WORKSPACE = fileURLToPath(new URL('../../..', import.meta.url))

/** Nothing from elsewhere: the page keeps its word even if its code does not. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
].join('; ')

/** The page's files, straight from the sources. */
export interface Page {
  readonly serve: (request: IncomingMessage, response: ServerResponse, notFound: () => void) => void
  readonly close: () => Promise<void>
}

/**
 * Starts Vite without a port of its own. Every dependency is bundled before the first request and none is looked for
 * later, so the page never reloads half way; there is no socket to the page, so that it stays quiet.
 */
export async function startPage(): Promise<Page> {
  // The fast React that says nothing on the console.
  process.env['NODE_ENV'] = 'production'
  const vite = await createServer({
    configFile: false,
    envDir: false,
    root: ROOT,
    mode: 'production',
    appType: 'custom',
    logLevel: 'error',
    clearScreen: false,
    plugins: [react()],
    resolve: {
      conditions: ['@greenapi/source', ...defaultClientConditions],
      dedupe: ['react', 'react-dom', '@tanstack/react-query'],
    },
    server: {
      middlewareMode: true,
      ws: false,
      hmr: false,
      fs: { allow: [ROOT, `${WORKSPACE}packages`, `${WORKSPACE}node_modules`] },
    },
    optimizeDeps: {
      noDiscovery: true,
      include: [
        'react',
        'react/jsx-runtime',
        'react-dom',
        'react-dom/client',
        '@tanstack/react-query',
        '@tanstack/react-virtual',
      ],
    },
  })
  await vite.environments.client.warmupRequest('/src/main.tsx')
  await vite.environments.client.warmupRequest('/src/styles/index.css')
  await vite.environments.client.waitForRequestsIdle()
  const serveHtml = async (response: ServerResponse): Promise<void> => {
    const html = await readFile(`${ROOT}index.html`)
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'referrer-policy': 'no-referrer',
    })
    response.end(html)
  }
  return {
    serve: (request, response, notFound) => {
      const path = request.url?.split('?')[0]
      if (path === '/' || path === '/index.html') void serveHtml(response).catch(notFound)
      else vite.middlewares(request, response, notFound)
    },
    close: () => vite.close(),
  }
}
