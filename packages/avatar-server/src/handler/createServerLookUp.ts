import { AvatarError } from '@greenapi/avatar-core/protocol'
import type { AvatarHandler } from '../avatarHandler.js'
import { LATE_FAILURE, lookUpMany } from '../engine/lookUpMany.js'
import type { Instance } from '../instances/createInstance.js'
import type { Instances } from '../instances/createInstances.js'
import type { ResolvedOptions } from '../options.js'
import { readIds } from './readIds.js'
import { wholeNumber } from '../validate.js'
import { failureLine, toWire } from './wire.js'

const DAY_MS = 86_400_000

/**
 * `handler.lookup`: the same answers as over HTTP, for code that runs on the server itself. `pending` is not among them: a page
 * is rendered once.
 */
export function createServerLookUp(
  resolved: ResolvedOptions,
  instances: Instances,
  concealedForMs: number | undefined,
): AvatarHandler['lookup'] {
  const { clock, messenger, lookUpDeadlineMs, credentialsFor } = resolved

  return async function* lookup(chatIds, options = {}) {
    const { signal = new AbortController().signal, maxWaitMs, refresh = [], instance: name } = options
    if (maxWaitMs !== undefined) wholeNumber('maxWaitMs', maxWaitMs, { min: 0, max: DAY_MS })
    if (credentialsFor !== undefined && name === undefined) {
      throw new TypeError(
        '@greenapi/avatar-server: lookup does not know which instance to ask. Pass { instance } along.',
      )
    }
    const { wanted, invalid } = readIds([...new Set(chatIds)], { refresh, messenger })
    yield* invalid
    const opened = await open(instances, name ?? '')
    if (opened instanceof AvatarError) {
      for (const { sent } of wanted) yield failureLine(sent, opened)
      return
    }
    const { ready, rest } = lookUpMany(wanted, {
      engine: opened.engine,
      clock,
      subject: 'server',
      waitMs: maxWaitMs,
      late: () => LATE_FAILURE,
      cacheOnly: maxWaitMs === 0,
      deadlineMs: lookUpDeadlineMs,
      signal: () => signal,
    })
    const wire = () => ({ instance: opened, now: clock.now(), concealedForMs })
    for (const answered of ready) yield toWire(answered, wire())
    for await (const group of rest ?? []) {
      for (const answered of group) yield toWire(answered, wire())
    }
    signal.throwIfAborted()
  }
}

async function open(instances: Instances, id: string): Promise<Instance | AvatarError> {
  try {
    return await instances.get(id, undefined)
  } catch (error) {
    return error instanceof AvatarError ? error : new AvatarError('internal')
  }
}
