import { createAvatarClient } from '@greenapi/avatar-core'
import type { AvatarClient } from '@greenapi/avatar-core'
import type { WireAnswer } from '@greenapi/avatar-core/protocol'
import { CHATS, PICTURE_URLS } from './chats.js'
import type { StoryAnswer } from './chats.js'

const HOUR_MS = 3_600_000
/** Nothing that a browser could load, and no request that could fail. */
const BROKEN_URL = 'data:image/jpeg;base64,/9j/'

function answerOf(chatId: string, answer: StoryAnswer): WireAnswer {
  if (typeof answer === 'object') {
    const url = PICTURE_URLS.get(answer.picture)
    if (url === undefined) throw new Error(`stories: the simulator has no picture "${answer.picture}"`)
    const fresh = answer.isNew ? `?${crypto.randomUUID()}` : ''
    return { chatId, status: 'found', url: url + fresh, freshForMs: 12 * HOUR_MS }
  }
  switch (answer) {
    case 'broken':
      return { chatId, status: 'found', url: BROKEN_URL, freshForMs: 12 * HOUR_MS }
    case 'pending':
      return { chatId, status: 'pending', retryAfterMs: HOUR_MS }
    case 'error':
      return { chatId, status: 'error', code: 'forbidden' }
    default:
      return { chatId, status: answer, freshForMs: 6 * HOUR_MS }
  }
}

/** A client for stories: answers from `chats.ts`, without a server. Chats it does not know have no picture. */
export function createStoryClient(): AvatarClient {
  const answers = new Map(CHATS.map(({ chatId, answer }) => [chatId, answer]))
  return createAvatarClient({
    scope: 'stories',
    transport: async function* (chatIds) {
      for (const chatId of chatIds) yield answerOf(chatId, answers.get(chatId) ?? 'none')
    },
  })
}
