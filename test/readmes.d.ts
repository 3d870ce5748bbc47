import type { AvatarClient } from '@greenapi/avatar-core'
import type { AvatarHandler, Authorize } from '@greenapi/avatar-server'
import type { ComponentType } from 'react'

/** What the reader of a README has already. */
declare global {
  const Inbox: ComponentType
  // Whichever framework the snippet is about.
  // oxlint-disable-next-line typescript/no-explicit-any
  const app: any
  const handler: AvatarHandler
  const authorize: Authorize
  const userOf: (cookie: string | null) => Promise<{ id: string } | undefined>
  const client: AvatarClient
  const chatId: string
  const chatIds: string[]
  const image: HTMLImageElement
}
