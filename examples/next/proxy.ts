import { type NextRequest, NextResponse } from 'next/server'

const isDevelopment = process.env['NODE_ENV'] === 'development'

/**
 * A strict Content-Security-Policy. Next reads the nonce from the request's copy and puts it on its scripts. The avatars need
 * no more than their own origin: pictures come through the avatar route, looks from `styles.css`.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ''}`,
    "img-src 'self'",
    // Of Next's own tools on the page.
    ...(isDevelopment ? ["font-src 'self'"] : []),
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('referrer-policy', 'same-origin')
  return response
}

export const config = { matcher: '/((?!api/|_next/).*)' }
