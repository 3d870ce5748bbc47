import { AvatarError, encodeProblem } from '@greenapi/avatar-core/protocol'

const RETRY_AFTER_MS = 5_000

/** Who asks is not known; RFC 6750 tells a missing token from a wrong one. */
export function unauthorized(token: 'missing' | 'invalid'): Response {
  const challenge = 'Bearer realm="avatar-gateway"'
  return respond(new AvatarError('unauthorized'), {
    'www-authenticate': token === 'missing' ? challenge : `${challenge}, error="invalid_token"`,
  })
}

/** The token may be good, but the keys to tell cannot be fetched now: no reason to sign anybody out. */
export function accessUnavailable(): Response {
  return respond(new AvatarError('overloaded', { retryAfterMs: RETRY_AFTER_MS }), {
    'retry-after': String(RETRY_AFTER_MS / 1_000),
  })
}

function respond(error: AvatarError, headers: Readonly<Record<string, string>>): Response {
  return new Response(JSON.stringify(encodeProblem(error)), {
    status: error.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
}
