import type { AvatarClient } from '@greenapi/avatar-core'
import type { QueryClient } from '@tanstack/react-query'
import type { AvatarStatus } from '../part/PartProps.js'
import type { NearGate } from './nearGate.js'

/** Where avatars come from. Its values stay the same as long as the provider's client and cache do. */
export interface AvatarSource {
  client: AvatarClient
  queryClient: QueryClient
  gate: NearGate
  /** Urls of pictures that failed and have been asked about. */
  asked: Set<string>
}

/** What is known of a chat's picture. */
export interface Answer {
  status: AvatarStatus
  /** As it is in the query's data. */
  url?: string
  sizes?: readonly number[] | undefined
}
