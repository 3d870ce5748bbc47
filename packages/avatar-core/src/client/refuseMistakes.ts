import { MAX_DURATION_MS } from '../protocol/limits.js'
import type { AvatarClientOptions } from './AvatarClientOptions.js'

const MESSENGERS: readonly unknown[] = ['whatsapp', 'max', 'telegram', undefined]

const said = (text: string): string => `@greenapi/avatar-core: createAvatarClient: ${text}`

/** Throws when options make no sense, for those who do not let the compiler check them. */
export function refuseMistakes(options: AvatarClientOptions): void {
  const { backendUrl, timeoutMs = 1, batch, decode, messenger } = options
  if (!(timeoutMs >= 1 && timeoutMs <= MAX_DURATION_MS)) {
    throw new RangeError(said(`timeoutMs must be 1 to ${MAX_DURATION_MS} milliseconds. Default 30,000.`))
  }
  if (decode !== undefined && (batch ?? true)) {
    throw new TypeError(
      said('decode reads the answer to a GET, but a POST is sent. Set batch to false as well.'),
    )
  }
  if (!MESSENGERS.includes(messenger)) {
    throw new TypeError(said('there is no such messenger. Use "whatsapp", "max" or "telegram".'))
  }
  if (backendUrl !== undefined && !/^(https?:|[^:?#]*$)/i.test(backendUrl)) {
    throw new TypeError(
      said('backendUrl is neither http(s) nor a path, or has a query. Pass the url of the avatar handler.'),
    )
  }
}
