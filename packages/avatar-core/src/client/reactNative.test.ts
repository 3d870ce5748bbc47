import { expect, test } from 'vitest'
import type { AvatarFetch } from './AvatarClientOptions.js'
import { foundLine, person, startBackend } from './backend.kit.js'
import { createAvatarClient } from './createAvatarClient.js'

/** `fetch` of React Native: the body is no stream. */
const fetchWithoutStreams: AvatarFetch = async (url, init) => {
  const response = await fetch(url, init)
  Object.defineProperty(response, 'body', { value: undefined })
  return response
}

test('without streaming bodies the whole text is read, with and without batch', async () => {
  const backend = await startBackend(({ chatIds }, response) => {
    response.end(chatIds.length > 0 ? chatIds.map(foundLine).join('') : '{"status":"hidden","freshForMs":5}')
  })
  const options = { backendUrl: backend.url, fetch: fetchWithoutStreams }
  const client = createAvatarClient(options)
  const answers = await Promise.all([client.getAvatar(person(1)), client.getAvatar(person(2))])
  expect(answers.map(({ status }) => status)).toEqual(['found', 'found'])
  expect(await createAvatarClient({ ...options, batch: false }).getAvatar(person(3))).toMatchObject({
    status: 'hidden',
  })
})

test('without streaming bodies a cut answer, HTML and a refusal have the same outcomes as with them', async () => {
  const bodies = [`${foundLine(person(9))}{"chatId`, '<html>', '{"code":"forbidden"}']
  const outcomes: unknown[] = []
  for (const body of bodies) {
    const backend = await startBackend((_, response) => {
      response.writeHead(body.includes('code') ? 403 : 200).end(body)
    })
    const client = createAvatarClient({ backendUrl: backend.url, fetch: fetchWithoutStreams })
    await client.getAvatar(person(1)).catch((error: { code: string }) => outcomes.push(error.code))
  }
  expect(outcomes).toEqual(['missing_result', 'bad_response', 'forbidden'])
})
