import type { AvatarErrorCode } from './errorCodes.js'
import { explainAvatarError } from './errorTexts.js'
import { STATUSES } from './errorCodes.js'

declare const process: { env: { NODE_ENV?: string } }

/** What may be told along with the code of an {@link AvatarError}. */
export interface AvatarErrorOptions {
  /** Milliseconds after which a new try makes sense, where that is known. */
  retryAfterMs?: number | undefined
}

/**
 * The one error of these packages. What happened is in `code`; by construction it carries no url, token, header, chat id or
 * upstream text. The message is the full text of `explainAvatarError(code)` in development, and the code in production. As JSON it
 * is its fields, which `decodeProblem` reads back.
 *
 * @example
 * if (isAvatarError(error) && error.code === 'unauthorized') signInAgain()
 */
export class AvatarError extends Error {
  declare readonly name: 'AvatarError'
  /** One of the closed list `AVATAR_ERROR_CODES`. */
  declare readonly code: AvatarErrorCode
  /** HTTP status that a server answers with when a whole request fails this way. */
  declare readonly status: number
  /** Whether the same look-up may succeed later. */
  declare readonly retryable: boolean
  /** Milliseconds after which a new try makes sense, where that is known. */
  declare readonly retryAfterMs: number | undefined

  constructor(code: AvatarErrorCode, { retryAfterMs }: AvatarErrorOptions = {}) {
    super(messageOf(code))
    const rule = STATUSES[code]
    Object.assign(this, {
      name: 'AvatarError',
      code,
      status: Math.abs(rule),
      // A server that is not ready is worth another try when it says when.
      retryable: rule < 0 || (retryAfterMs !== undefined && rule === 503),
      retryAfterMs,
    })
  }

  /** Tells an AvatarError of another realm, or of another copy of this package, where `instanceof` fails. */
  get isAvatarError(): true {
    return true
  }
}

function messageOf(code: AvatarErrorCode): string {
  // Bundlers drop this branch, and with it the table of texts, in production; `process` may not exist without one.
  try {
    if (process.env.NODE_ENV !== 'production') return explainAvatarError(code)
  } catch {}
  return code
}
