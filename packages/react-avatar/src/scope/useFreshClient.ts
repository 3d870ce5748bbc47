'use client'
import { createAvatarClient } from '@greenapi/avatar-core'
import type { AvatarClient, AvatarClientOptions } from '@greenapi/avatar-core'
import { useInsertionEffect, useMemo, useRef } from 'react'

/** A `client`, or the options of one. */
export type FreshClientOptions = AvatarClientOptions & { client?: AvatarClient | undefined }

/**
 * A client that is made anew only for another `backendUrl` or `scope`. What may be a new function at every render
 * (`headers`, `fetch`) is read when it is needed.
 */
export function useFreshClient(options: FreshClientOptions): AvatarClient {
  const { client, backendUrl, scope } = options
  const latest = useRef(options)
  useInsertionEffect(() => {
    latest.current = options
  })
  return useMemo(
    () =>
      client ??
      createAvatarClient({
        ...options,
        get headers() {
          return latest.current.headers
        },
        get fetch() {
          return latest.current.fetch
        },
      }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-deps -- other options count at the start only
    [client, backendUrl, scope],
  )
}
