import type { PlainRequest, PlainResponse } from '../http/plain.js'
import { httpProblem } from '../http/problem.js'

/** Pages of other origins that may look avatars up. */
export interface CorsOptions {
  /** Exact origins, such as `https://app.example.com`. No patterns: a mistake in one opens the door to strangers. */
  readonly origins: readonly string[]
  /** Let those pages send cookies. Default false. */
  readonly credentials?: boolean | undefined
}

export interface Origins {
  /** Why a look-up must not be answered for the page it comes from; `undefined` when it may. */
  refuse(request: PlainRequest): PlainResponse | undefined
  /** The headers that let a listed page read an answer; `undefined` without `cors`. */
  headers(request: PlainRequest): Readonly<Record<string, string>> | undefined
  /** The answer to a preflight of a listed page, else `undefined`. */
  preflight(request: PlainRequest): PlainResponse | undefined
}

/** `none`: the address was typed. What is not known counts as another site. */
const OWN_SITES: ReadonlySet<string> = new Set(['same-origin', 'same-site', 'none'])
const VARY = { vary: 'Origin' }

export function createOrigins(cors: CorsOptions | undefined, trustProxy: boolean): Origins {
  const listed = new Set(cors?.origins)
  const allow = new Map(
    [...listed].map((origin) => [
      origin,
      {
        ...VARY,
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'Retry-After',
        ...(cors?.credentials === true ? { 'access-control-allow-credentials': 'true' } : {}),
      },
    ]),
  )

  const isListed = (request: PlainRequest): boolean => {
    const origin = request.header('origin')
    return origin !== undefined && listed.has(origin)
  }

  return {
    refuse(request) {
      const site = request.header('sec-fetch-site')
      if (site !== undefined) return OWN_SITES.has(site) || isListed(request) ? undefined : refused()
      const origin = request.header('origin')
      if (origin === undefined || listed.has(origin) || isOwn(origin, request, trustProxy)) return undefined
      return refused()
    },
    headers(request) {
      if (cors === undefined) return undefined
      return allow.get(request.header('origin') ?? '') ?? VARY
    },
    preflight(request) {
      if (!isListed(request) || request.header('access-control-request-method') === undefined)
        return undefined
      const asked = request.header('access-control-request-headers') ?? ''
      return {
        status: 204,
        headers: {
          'access-control-allow-methods': 'GET, HEAD, POST',
          'access-control-allow-headers': /^[\w!#$%&'*+.^`|~, -]{1,1000}$/.test(asked)
            ? asked
            : 'content-type',
          'access-control-max-age': '600',
        },
        body: undefined,
      }
    },
  }
}

/** Compared, never built from: the host the browser asked for is the page's own. */
function isOwn(origin: string, request: PlainRequest, trustProxy: boolean): boolean {
  const forwarded = trustProxy ? request.header('x-forwarded-host') : undefined
  const host = forwarded?.split(',').at(-1)?.trim() ?? request.header('host')
  return host !== undefined && host !== '' && origin.replace(/^https?:\/\//, '') === host.toLowerCase()
}

function refused(): PlainResponse {
  return httpProblem(403, 'forbidden', {
    detail:
      '@greenapi/avatar-server: a page of another origin asked, which is not allowed. List its origin in cors.origins; behind a proxy, pass the Host header on.',
  })
}
