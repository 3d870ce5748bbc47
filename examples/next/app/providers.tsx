'use client'
import { AvatarProvider } from '@greenapi/react-avatar'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'

/** `scope` names the signed-in user, so that two of them never share an answer; the server prefetches with the same one. */
export function Providers({ scope, children }: { scope: string; children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queryClient}>
      {/* inlineStyles={false} suits the Content-Security-Policy of proxy.ts; without one leave it out. */}
      <AvatarProvider backendUrl="/api/avatars" scope={scope} inlineStyles={false}>
        {children}
      </AvatarProvider>
    </QueryClientProvider>
  )
}
