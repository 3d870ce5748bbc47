import { AvatarError } from '@greenapi/avatar-core/protocol'
import { BodyTooLargeError, readCapped } from './readCapped.js'
import type { PlainRequest } from './plain.js'

/** What a runtime knows beside the request. */
export interface HandlerContext {
  /** Keeps the runtime alive for renewals behind the response. */
  readonly waitUntil?: ((promise: Promise<unknown>) => void) | undefined
  /** The address of the peer. */
  readonly ip?: string | undefined
  /** Variables, where they are not in `process.env`. */
  readonly env?: Readonly<Record<string, unknown>> | undefined
}

/** A `Request` in plain form. */
export class WebRequest implements PlainRequest {
  readonly method: string
  readonly target: string
  readonly ip: string | undefined
  readonly raw: Request
  readonly waitUntil: HandlerContext['waitUntil']
  readonly env: HandlerContext['env']

  constructor(request: Request, context: HandlerContext) {
    this.method = request.method
    this.target = targetOf(request.url)
    this.ip = context.ip
    this.raw = request
    this.waitUntil = context.waitUntil
    this.env = context.env
  }

  get signal(): AbortSignal {
    return this.raw.signal
  }

  header(name: string): string | undefined {
    return this.raw.headers.get(name) ?? undefined
  }

  readText(maxBytes: number): Promise<string> {
    return readText(this.raw, maxBytes)
  }
}

/** The part of an absolute url behind the host. */
function targetOf(url: string): string {
  const slash = url.indexOf('/', url.indexOf('://') + 3)
  return slash === -1 ? '/' : url.slice(slash)
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes)
    throw new AvatarError('payload_too_large')
  try {
    return await readCapped(request.body, maxBytes, request.signal)
  } catch (error) {
    throw new AvatarError(error instanceof BodyTooLargeError ? 'payload_too_large' : 'bad_request')
  }
}

/** Reads what a runtime passes beside the request; anything it may be, for each runtime passes something else. */
export function readContext(contextOrEnv: unknown, executionContext?: unknown): HandlerContext {
  const waitUntil = waitUntilOf(executionContext)
  if (waitUntil !== undefined) return { waitUntil, env: recordOf(contextOrEnv) }
  const context = recordOf(contextOrEnv)
  const { ip, env } = context
  return {
    waitUntil: waitUntilOf(contextOrEnv),
    ip: typeof ip === 'string' ? ip : undefined,
    env: env === undefined ? undefined : recordOf(env),
  }
}

function waitUntilOf(context: unknown): HandlerContext['waitUntil'] {
  if (typeof context !== 'object' || context === null || !('waitUntil' in context)) return undefined
  const { waitUntil } = context
  // Called on its object: workers refuse a detached one.
  return typeof waitUntil === 'function' ? (promise) => void waitUntil.call(context, promise) : undefined
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
