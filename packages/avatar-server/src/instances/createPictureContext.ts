import { AvatarError, type ChatId } from '@greenapi/avatar-core/protocol'
import type { StoredAnswer } from '../upstream/storedAnswer.js'
import type { Engine } from '../engine/createEngine.js'
import type { PictureContext, PictureSource } from '../pictures/types.js'

/** What the picture route may ask the look-up side. */
export function createPictureContext(engine: Engine): Omit<PictureContext, 'authorize'> {
  return {
    currentPicture: (chatId) => toSource(chatId, engine.known(chatId)?.answer),
    lookUpAgain: (chatId, { signal }) => lookUpAgain(engine, chatId, signal),
  }
}

function lookUpAgain(
  engine: Engine,
  chatId: ChatId,
  signal: AbortSignal,
): Promise<PictureSource | undefined> {
  const before = engine.known(chatId)
  return new Promise((resolve, reject) => {
    let leave: (() => void) | undefined
    const onAbort = (): void => {
      leave?.()
      reject(signal.reason)
    }
    signal.addEventListener('abort', onAbort, { once: true })
    const how = { refresh: true, background: true, subject: '', request: undefined }
    leave = engine.ask(chatId, how, (outcome) => {
      signal.removeEventListener('abort', onAbort)
      // What could not be renewed is the answer whose link has just been found dead.
      const isNew = outcome.kind === 'answer' && outcome.entry.known !== before
      if (isNew) resolve(toSource(chatId, outcome.entry.known?.answer, outcome.bytes))
      else reject(new AvatarError(outcome.kind === 'failure' ? outcome.code : 'upstream_failed'))
    })
  })
}

function toSource(
  chatId: ChatId,
  answer: StoredAnswer | undefined,
  bytes?: Uint8Array,
): PictureSource | undefined {
  if (answer?.status !== 'found') return undefined
  const { pictureId, link, expiresAtMs } = answer
  return { chatId, pictureId, link, expiresAtMs, bytes }
}
