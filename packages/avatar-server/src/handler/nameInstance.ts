import { AvatarError, isAvatarError } from '@greenapi/avatar-core/protocol'
import type { EventSink } from '../events.js'
import type { ResolvedOptions } from '../options.js'
import type { PlainRequest } from '../http/plain.js'

const MAX_NAME_CHARS = 200
/** Half of a surrogate pair: all of them are one and the same in UTF-8, and with that in keys. */
const HALF = /\p{Surrogate}/u

/** Which instance a request is for; `''` where there is only one. */
export type InstanceNamer = (
  request: PlainRequest,
  ip: string | undefined,
) => string | Promise<string | AvatarError>

export function createInstanceNamer(
  resolveInstance: ResolvedOptions['resolveInstance'],
  emit: EventSink | undefined,
): InstanceNamer {
  if (resolveInstance === undefined) return () => ''
  return async (request, ip) => {
    try {
      const headers = { get: (name: string) => request.header(name.toLowerCase()) ?? null }
      const id: unknown = await resolveInstance({ headers, ip, raw: request.raw })
      if (typeof id === 'string' && id !== '' && id.length <= MAX_NAME_CHARS && !HALF.test(id)) return id
      return new AvatarError('forbidden')
    } catch (error) {
      if (isAvatarError(error)) return new AvatarError(error.code)
      emit?.({
        type: 'problem',
        where: 'resolveInstance',
        message:
          '@greenapi/avatar-server: resolveInstance threw, so the request was refused. `error` is what it threw.',
        error,
      })
      return new AvatarError('internal')
    }
  }
}
