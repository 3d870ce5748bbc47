import { decodeCheckWhatsappBody, decodeGetAvatarBody } from '@greenapi/avatar-core/greenapi'
import { AvatarError, type ChatId, isAvatarError } from '@greenapi/avatar-core/protocol'
import type { Clock } from '../time/clock.js'
import type { InstanceAccess, UpstreamMethod } from '../credentials.js'
import { failureScope } from './failureScope.js'
import { readCapped } from '../http/readCapped.js'
import { STALE_CONNECTION } from '../http/upstreamRequest.js'
import { raceSignal } from '../time/raceSignal.js'
import { type IncomingAnswer, toStoredAnswer } from './toStoredAnswer.js'
import type { UpstreamResult } from './upstreamResult.js'

/** Calls GREEN-API once per call of its own: no retry, no cache, no rate; those are other files' work. */
export interface GreenApiClient {
  getAvatar(chatId: ChatId, onSent: () => void): Promise<UpstreamResult<IncomingAnswer>>
  /** `chatId` must be a person's, by phone. */
  checkAccount(chatId: ChatId, onSent: () => void): Promise<UpstreamResult<boolean>>
}

export interface GreenApiClientOptions {
  /** Asked at every call, so that credentials can change while the program runs. */
  readonly access: () => Promise<InstanceAccess>
  readonly clock: Clock
  /** One deadline for the connection, the headers and the whole body. */
  readonly timeoutMs: number
  readonly maxBodyBytes: number
  /** Clients get the link itself, so an answer without one is of no use. */
  readonly needsLink: boolean
}

export function createGreenApiClient(options: GreenApiClientOptions): GreenApiClient {
  const { access, clock, timeoutMs, maxBodyBytes, needsLink } = options

  const call = async <Value>(
    what: { readonly method: UpstreamMethod; readonly body: string; readonly onSent: () => void },
    decode: (body: unknown, status: number) => Value | Promise<Value>,
  ): Promise<UpstreamResult<Value>> => {
    const controller = new AbortController()
    const cancelTimer = clock.setTimer(() => controller.abort(), timeoutMs)
    let status: number | undefined
    let retryAfter: string | null = null
    let answer: unknown
    try {
      const { signal } = controller
      const { body, onSent } = what
      // Raced: an app's own fetch or credentialsFor may know nothing of the signal.
      const reply = await raceSignal(
        access().then((instance) => instance.post(what.method, { body, signal, onSent })),
        signal,
      )
      status = reply.status
      retryAfter = reply.retryAfter
      answer = parse(await readCapped(reply.body, maxBodyBytes, controller.signal))
      return { ok: true, value: await decode(answer, status) }
    } catch (thrown) {
      if (controller.signal.aborted) {
        return { ok: false, error: new AvatarError('upstream_timeout'), scope: 'outage' }
      }
      if (isAvatarError(thrown) && thrown.code === STALE_CONNECTION && status === undefined) {
        return { ok: false, error: new AvatarError('upstream_failed'), scope: 'connection' }
      }
      if (isAvatarError(thrown)) {
        const scope = failureScope(thrown, status, answer)
        const retryAfterMs = scope === 'rate' ? readSeconds(retryAfter) : undefined
        const error = retryAfterMs === undefined ? thrown : new AvatarError(thrown.code, { retryAfterMs })
        return { ok: false, error, scope }
      }
      // A body that was cut off, or is over the cap. What was thrown stays here: it may quote the upstream.
      return { ok: false, error: new AvatarError('upstream_failed'), scope: 'outage' }
    } finally {
      what.onSent()
      cancelTimer()
    }
  }

  return {
    getAvatar: (chatId, onSent) =>
      call({ method: 'getAvatar', body: JSON.stringify({ chatId }), onSent }, (answer, status) =>
        toStoredAnswer(decodeGetAvatarBody(answer, status), { now: clock.now(), needsLink }),
      ),
    checkAccount: (chatId, onSent) => {
      const body = `{"phoneNumber":${chatId.replace(/@.*/, '')}}`
      return call({ method: 'checkWhatsapp', body, onSent }, decodeCheckWhatsappBody)
    },
  }
}

/** JSON where it is JSON; gateways also answer plain text and HTML, which the decoder gets as they are. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** `Retry-After` in seconds, as milliseconds; not documented for GREEN-API, so believed up to a minute. */
function readSeconds(text: string | null): number | undefined {
  const seconds = text === null ? Number.NaN : Number(text)
  return seconds > 0 ? Math.min(seconds, 60) * 1_000 : undefined
}
