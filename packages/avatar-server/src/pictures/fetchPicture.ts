import type { Clock } from '../time/clock.js'
import { checkPictureUrl } from './checkPictureUrl.js'
import type { PicturePolicy } from './checkPictureUrl.js'
import { createDeadline } from '../time/createDeadline.js'
import { raceSignal } from '../time/raceSignal.js'
import { SNIFF_BYTES, sniffPictureType } from './sniffPictureType.js'
import type { PictureTransport, TransportAnswer } from './transport.js'
import type { Picture, PictureRefusal } from './types.js'

const MAX_REDIRECTS = 3
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
/** The answers of a signed link whose time is over, or whose picture was replaced. */
const DEAD: ReadonlySet<number> = new Set([403, 404, 410])

/** `dead`: a new link is needed. `refused`: asking again changes nothing. `failed`: later it may work. */
export type FetchResult =
  | { readonly kind: 'fetched'; readonly picture: Picture }
  | { readonly kind: 'dead' }
  | { readonly kind: 'refused'; readonly reason: PictureRefusal; readonly host?: string | undefined }
  | { readonly kind: 'failed'; readonly reason: 'timeout' | 'network' | 'status' }

export interface FetchPictureOptions {
  readonly clock: Clock
  readonly transport: PictureTransport
  readonly policy: PicturePolicy
  readonly maxBytes: number
  /** Over everything: waiting for a connection, redirects, headers and body. */
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** Fetches the picture behind a link that somebody else wrote. Rejects only with the reason of `signal`. */
export async function fetchPicture(link: string, options: FetchPictureOptions): Promise<FetchResult> {
  options.signal.throwIfAborted()
  const deadline = createDeadline(options.clock, options.timeoutMs, options.signal)
  try {
    // Raced, so that not even a stream that says nothing of its end can hold on.
    return await raceSignal(followLink(link, options, deadline.signal), deadline.signal)
  } catch {
    options.signal.throwIfAborted()
    return { kind: 'failed', reason: deadline.timedOut ? 'timeout' : 'network' }
  } finally {
    deadline.clear()
  }
}

async function followLink(
  link: string,
  options: FetchPictureOptions,
  signal: AbortSignal,
): Promise<FetchResult> {
  const { transport, policy, maxBytes } = options
  let checked = checkPictureUrl(link, policy)
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    if (checked.kind === 'refused') return checked
    const { url, allowPrivate } = checked
    const result = await transport.get(url, { signal, allowPrivate })
    if (result.kind === 'blocked') return { kind: 'refused', reason: 'private_address', host: url.host }
    const { answer } = result
    const location = REDIRECTS.has(answer.status) ? answer.header('location') : undefined
    if (location === undefined) return readAnswer(answer, maxBytes)
    answer.discard()
    checked = checkPictureUrl(location, policy, url)
  }
  return { kind: 'refused', reason: 'too_many_redirects' }
}

async function readAnswer(answer: TransportAnswer, maxBytes: number): Promise<FetchResult> {
  const refusal = answer.status === 200 ? refuseByHeaders(answer, maxBytes) : undefined
  if (answer.status !== 200 || refusal !== undefined) {
    answer.discard()
    if (refusal !== undefined) return { kind: 'refused', reason: refusal }
    return DEAD.has(answer.status) ? { kind: 'dead' } : { kind: 'failed', reason: 'status' }
  }
  return readBody(answer.body, maxBytes)
}

function refuseByHeaders(answer: TransportAnswer, maxBytes: number): PictureRefusal | undefined {
  const encoding = answer.header('content-encoding')?.trim().toLowerCase() ?? ''
  if (encoding !== '' && encoding !== 'identity') return 'encoded'
  return Number(answer.header('content-length') ?? 0) > maxBytes ? 'too_large' : undefined
}

async function readBody(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<FetchResult> {
  const chunks: Uint8Array[] = []
  let length = 0
  let sniffed = false
  for await (const chunk of body) {
    length += chunk.length
    if (length > maxBytes) return { kind: 'refused', reason: 'too_large' }
    chunks.push(chunk)
    if (sniffed || length < SNIFF_BYTES) continue
    // An endless page is not read to the limit to find out that it is none.
    if (sniffPictureType(concat(chunks, length)) === undefined)
      return { kind: 'refused', reason: 'not_a_picture' }
    sniffed = true
  }
  const bytes = concat(chunks, length)
  const type = sniffPictureType(bytes)
  return type === undefined
    ? { kind: 'refused', reason: 'not_a_picture' }
    : { kind: 'fetched', picture: { bytes, type } }
}

/** A buffer of its own and of the right length: what is cached holds on to nothing else. */
function concat(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
