import type { Request, RequestHandler } from 'express'
import { IncomingMessage } from 'node:http'

export interface Chat {
  readonly id: string
  readonly name: string
}

/** Who is signed in, and whom they may write to. */
export interface User {
  readonly id: string
  readonly chats: readonly Chat[]
}

declare global {
  namespace Express {
    interface Request {
      user?: User | undefined
    }
  }
}

/** Stands in for express-session, Passport or your own: everybody is signed in, unless the cookie says otherwise. */
export function createSession(chats: readonly Chat[]): RequestHandler {
  return (request, _response, next) => {
    const isSignedOut = request.headers.cookie?.includes('signed-out=1') === true
    request.user = isSignedOut ? undefined : { id: 'demo', chats }
    next()
  }
}

/** The user of what `authorize` gets as `raw`: the very request that Express made. */
export function userOf(raw: unknown): User | undefined {
  return isExpressRequest(raw) ? raw.user : undefined
}

function isExpressRequest(raw: unknown): raw is Request {
  return raw instanceof IncomingMessage && 'app' in raw
}
