import { AvatarError } from '@greenapi/avatar-core/protocol'
import type { PlainResponse } from '../http/plain.js'
import { problem } from '../http/problem.js'
import { type ResponseLike, isResponseLike, toPlainResponse } from '../http/webResponse.js'

/**
 * - `true`: all of them. `false`: none; the request is answered 403.
 * - `{ subject, chatIds }`, at least one of them: only these chats; the others get a `forbidden` line. `subject` names who
 *   asks (a user or tenant id): budgets and turns in the queue are by subject. Without one they are by address.
 * - a `Response`: sent as it is, for example a 401.
 *
 * Everything else refuses the request: what was not meant as permission must not become one.
 */
export type AuthorizeResult =
  | boolean
  | { readonly subject: string; readonly chatIds?: readonly string[] }
  | { readonly subject?: string; readonly chatIds: readonly string[] }
  | Response

export type Permission =
  | {
      readonly kind: 'allowed'
      readonly subject: string | undefined
      /** `undefined`: all. */
      readonly chatIds: ReadonlySet<string> | undefined
    }
  | { readonly kind: 'refused'; readonly response: PlainResponse }

export const ALL: Permission = { kind: 'allowed', subject: undefined, chatIds: undefined }

/**
 * What `authorize` returned, in one form.
 *
 * @throws TypeError for what it may not return: a user record, a bare list, `{ chatIds: undefined }`.
 */
export function toPermission(result: unknown): Permission {
  if (result === true) return ALL
  if (result === false) return { kind: 'refused', response: problem(new AvatarError('forbidden')) }
  if (typeof result !== 'object' || result === null || Array.isArray(result)) throw notAllowed()
  // Not by instanceof: frameworks bring Response classes of their own.
  if (isResponseLike(result)) return { kind: 'refused', response: refusal(result) }
  const { subject, chatIds }: { readonly subject?: unknown; readonly chatIds?: unknown } = result
  const hasSubject = Object.hasOwn(result, 'subject')
  const hasChatIds = Object.hasOwn(result, 'chatIds')
  if (!hasSubject && !hasChatIds) throw notAllowed()
  return {
    kind: 'allowed',
    subject: hasSubject ? readSubject(subject) : undefined,
    chatIds: hasChatIds ? readChatIds(chatIds) : undefined,
  }
}

function readSubject(value: unknown): string {
  if (typeof value === 'string') return value
  throw notAllowed()
}

function readChatIds(value: unknown): ReadonlySet<string> {
  const chatIds: readonly unknown[] = Array.isArray(value) ? value : [value]
  const strings = chatIds.filter((one) => typeof one === 'string')
  if (!Array.isArray(value) || strings.length !== chatIds.length) throw notAllowed()
  return new Set(strings)
}

function refusal(response: ResponseLike): PlainResponse {
  if (Number.isInteger(response.status) && response.status >= 200 && response.status <= 599) {
    return toPlainResponse(response)
  }
  throw notAllowed()
}

function notAllowed(): TypeError {
  return new TypeError(
    '@greenapi/avatar-server: authorize returned what is no permission, so the request is refused. Return true, false, { subject, chatIds } (subject a string, chatIds a list of strings, at least one of them) or a Response.',
  )
}
