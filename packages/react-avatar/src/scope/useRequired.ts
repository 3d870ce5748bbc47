'use client'
import { useContext } from 'react'
import type { Context } from 'react'

declare const process: { env: { NODE_ENV?: string } }

const REASONS = {
  AvatarProvider: 'which knows where to ask. Wrap the app in one.',
  QueryClientProvider: 'which keeps the answers. Wrap <AvatarProvider> in one.',
  'Avatar.Root': 'which holds the state. Put the part inside one.',
}

/** What a component above provides. Throws without it; why and what to do next is said in development only. */
export function useRequired<Value>(
  context: Context<Value | undefined>,
  provider: keyof typeof REASONS,
): Value {
  const value = useContext(context)
  if (value) return value
  let reason = ''
  // Bundlers drop this in production; without one there may be no `process`.
  try {
    if (process.env.NODE_ENV !== 'production') reason = `, ${REASONS[provider]}`
  } catch {}
  throw new Error(`@greenapi/react-avatar: no <${provider}> above${reason}`)
}
