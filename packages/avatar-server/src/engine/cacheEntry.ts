import type { AvatarErrorCode } from '@greenapi/avatar-core/protocol'
import type { StoredAnswer } from '../upstream/storedAnswer.js'

/** Failures in a row since the last answer, and when the chat may be asked again. */
export interface RememberedFailure {
  readonly code: AvatarErrorCode
  readonly count: number
  readonly retryAtMs: number
}

export interface KnownAnswer {
  readonly answer: StoredAnswer
  readonly askedAtMs: number
  readonly freshUntilMs: number
  readonly staleUntilMs: number
}

/** What is known of one chat: an answer, a failure, or an answer that could not be renewed. */
export interface CacheEntry {
  readonly known?: KnownAnswer | undefined
  readonly failure?: RememberedFailure | undefined
}

/** Where entries are kept. Replaceable: these three methods are all the engine needs. */
export interface AnswerStore {
  get(key: string): CacheEntry | undefined
  set(key: string, entry: CacheEntry): void
  delete(key: string): void
}

/** Whether an entry holds a picture; everything else counts against the smaller bound for negatives. */
export function isFound(entry: CacheEntry): boolean {
  return entry.known?.answer.status === 'found'
}
