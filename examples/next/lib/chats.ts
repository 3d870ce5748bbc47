import type { User } from '@/lib/session'

/** Somebody, or some people, to write to. */
export interface Chat {
  readonly id: string
  readonly name: string
  /** Of a group. */
  readonly members?: readonly Chat[]
}

/**
 * The chats of a user. It stands in for your own database: `EXAMPLE_CHATS` holds them as JSON, from the simulator when
 * `scripts/start.ts` starts one.
 */
export function chatsOf(_user: User): readonly Chat[] {
  return JSON.parse(process.env['EXAMPLE_CHATS'] ?? '[]')
}
