'use client'
import { createStaticAvatarClient, isAvatarError } from '@greenapi/avatar-core'
import type { AvatarClient, StaticAvatarAnswers } from '@greenapi/avatar-core'
import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query'
import { useContext, useEffect, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { AvatarLabels } from '../labels/AvatarLabels.js'
import { provideScope } from '../scope/AvatarScope.js'
import { useScopeValue } from '../scope/useScopeValue.js'
import type { NearGate } from '../source/nearGate.js'
import { playPictures } from './picturePlayer.js'
import type { PictureEnding } from './picturePlayer.js'

/** The props of {@link AvatarTestProvider}. */
export interface AvatarTestProviderProps {
  /**
   * Answers by chat id in any form, or a function of the chat id; a promise that never settles stays pending, an
   * `AvatarError` is the failure. Read once. Chats without one have no picture.
   */
  answers?: StaticAvatarAnswers | undefined
  /** How pictures end: `'loaded'` (default), `'failed'`, or `'manual'`: by `loadPicture` and `failPicture`. */
  pictures?: PictureEnding | undefined
  /** As of `AvatarProvider`. */
  labels?: AvatarLabels | undefined
  children?: ReactNode
}

/** Nothing is far in a test, whatever the environment knows of layout. */
const createOpenGate = (): NearGate => (_, tell) => {
  tell(true)
  return undefined
}

/** A client with these answers, of which failures show at once: nothing is tried again. */
function createTestClient(answers: StaticAvatarAnswers): AvatarClient {
  const client = createStaticAvatarClient(answers)
  return {
    ...client,
    getAvatar: (...args) =>
      client.getAvatar(...args).catch((error: unknown) => {
        throw isAvatarError(error) ? Object.create(error, { retryable: { value: false } }) : error
      }),
  }
}

interface ScopeProps {
  client: AvatarClient
  labels: AvatarLabels | undefined
  children: ReactNode
}

function Scope({ client, labels, children }: ScopeProps): ReactElement {
  return provideScope(useScopeValue({ client, labels }, createOpenGate), children)
}

/**
 * An `<AvatarProvider>` for tests and stories: canned answers without a network, every avatar counts as near the viewport,
 * and pictures end as told where nothing is ever loaded (jsdom, happy-dom). Uses the `QueryClient` above, else one of its own. Failures
 * show at once, they are not tried again.
 *
 * @example
 * ```tsx
 * render(
 *   <AvatarTestProvider answers={{ '5521999990000@c.us': { status: 'found', url: '/ana.jpg', freshForMs: 60_000 } }}>
 *     <Inbox />
 *   </AvatarTestProvider>,
 * )
 * await waitFor(() => expect(screen.getByRole('img', { name: 'Ana' }).dataset.image).toBe('loaded'))
 * ```
 */
export function AvatarTestProvider({
  answers = {},
  pictures = 'loaded',
  labels,
  children,
}: AvatarTestProviderProps): ReactElement {
  const above = useContext(QueryClientContext)
  const [own] = useState(() => new QueryClient())
  const [client] = useState(() => createTestClient(answers))
  useEffect(() => (pictures === 'manual' ? undefined : playPictures(pictures)), [pictures])
  return (
    <QueryClientProvider client={above ?? own}>
      <Scope client={client} labels={labels}>
        {children}
      </Scope>
    </QueryClientProvider>
  )
}
