'use client'
import { createAvatarClient } from '@greenapi/avatar-core'
import type { AvatarClient, AvatarClientOptions } from '@greenapi/avatar-core'
import { useInsertionEffect, useMemo, useRef } from 'react'

/**
 * A client that is made anew only for another `backendUrl` or `scope`. What may be a new function at every render
 * (`headers`, `fetch`) is read when it is needed.
 */
export function useFreshClient(given: AvatarClient | undefined, options: AvatarClientOptions): AvatarClient {
  const latest = useRef(options)
  useInsertionEffect(() => {
    latest.current = options
  })
  const { backendUrl, scope } = options
  return useMemo(
    () =>
      given ??
      createAvatarClient({
        ...latest.current,
        backendUrl,
        scope,
        headers: () => {
          const { headers } = latest.current
          return typeof headers === 'function' ? headers() : (headers ?? {})
        },
        fetch: (input, init) => (latest.current.fetch ?? fetch)(input, init),
      }),
    [given, backendUrl, scope],
  )
}
