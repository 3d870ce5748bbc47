import type { AvatarError } from './AvatarError.js'
import { fieldsOf } from './fields.js'

/**
 * Whether `value` is an {@link AvatarError}, also one of another realm (iframe, worker) or of another copy of this package,
 * where `instanceof` fails.
 *
 * @example
 * catch (error) { if (isAvatarError(error) && error.retryable) scheduleRetry(error.retryAfterMs) }
 */
export const isAvatarError = (value: unknown): value is AvatarError =>
  fieldsOf(value)['isAvatarError'] === true
