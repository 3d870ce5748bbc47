// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createElement, StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test } from 'vitest'
import { createAvatarClient } from '../client/createAvatarClient.js'
import { createManualTransport, none } from '../client/transport.kit.js'
import { avatarQueryOptions } from './avatarQueryOptions.js'

const ANA = '5521999990000@c.us'

test('StrictMode’s mount, unmount and mount again costs one request', async () => {
  const { transport, flights } = createManualTransport()
  const client = createAvatarClient({ transport })
  const mounts: string[] = []
  let rendered: (text: string) => void = () => {}
  const firstAnswer = new Promise<string>((resolve) => (rendered = resolve))

  function Row() {
    const { data } = useQuery(avatarQueryOptions(client, ANA))
    useEffect(() => {
      mounts.push('mount')
      if (data) rendered(data.status)
      return () => void mounts.push('unmount')
    })
    return data?.status
  }

  const root = createRoot(document.createElement('div'))
  onTestFinished(() => root.unmount())
  root.render(
    createElement(
      StrictMode,
      null,
      createElement(QueryClientProvider, { client: new QueryClient() }, createElement(Row)),
    ),
  )
  while (flights.length === 0) await new Promise((resolve) => setTimeout(resolve))
  expect(mounts.slice(0, 3)).toEqual(['mount', 'unmount', 'mount'])
  flights[0]?.answer(none(ANA))
  expect(await firstAnswer).toBe('none')
  expect(flights).toHaveLength(1)
})
