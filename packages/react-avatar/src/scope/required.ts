declare const process: { env: { NODE_ENV?: string } }

const REASONS = {
  AvatarProvider: 'which knows where to ask. Wrap the app in one.',
  QueryClientProvider: 'which keeps the answers. Wrap <AvatarProvider> in one.',
}

/** What a component above provides. Throws without it; why and what to do next is said in development only. */
export function required<Value>(value: Value | undefined, provider: keyof typeof REASONS): Value {
  if (value) return value
  let message = `@greenapi/react-avatar: no <${provider}> above`
  // Bundlers drop this in production; without one there may be no `process`.
  try {
    if (process.env.NODE_ENV !== 'production') message += `, ${REASONS[provider]}`
  } catch {}
  throw new Error(message)
}
