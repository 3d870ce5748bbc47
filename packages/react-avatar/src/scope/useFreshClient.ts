'use client'
import { createAvatarClient } from '@greenapi/avatar-core'
import type { AvatarClient, AvatarClientOptions } from '@greenapi/avatar-core'
import { useInsertionEffect, useMemo, useRef } from 'react'

/**
 * A client that is made anew only for another `backendUrl` or `scope`. What may be a new function at every render
 * (`headers`, `fetch`) is read when it is needed.
 */
export function useFreshClient(given: AvatarClient | undefined, options: AvatarClientOptions): AvatarClient {
  const { backendUrl, scope } = options
  const latest = useRef(options)
  useInsertionEffect(() => {
    latest.current = options
  })
  return useMemo(
    () =>
      given ??
      createAvatarClient({
        ...options,
        headers: () => {
          const { headers } = latest.current
          return typeof headers === 'function' ? headers() : (headers ?? {})
        },
        fetch: (url, init) => (latest.current.fetch ?? fetch)(url, init),
      }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-deps -- other options count at the start only
    [given, backendUrl, scope],
  )
}
