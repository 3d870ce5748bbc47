import type { Messenger } from '@greenapi/avatar-core/protocol'
import { resolveApiUrl } from './apiUrl.js'
import type { UpstreamReply, UpstreamRequest, UpstreamSend } from './http/upstreamRequest.js'

/**
 * The only file that touches the API token. The token stays inside closures: no object made here has a property
 * that holds it, nothing thrown here carries a url, a body or a cause.
 */

/** How to reach one GREEN-API instance; all three are in its console. */
export interface GreenApiCredentials {
  /** Digits. Instances starting with 7835 (WABA) have no getAvatar and are refused. */
  readonly idInstance: string | number
  /** `apiTokenInstance` of the console. */
  readonly apiToken: string
  /** Default: `https://{first four digits of idInstance}.api.green-api.com`. */
  readonly apiUrl?: string | undefined
}

/** Methods of GREEN-API that this package calls. */
export type UpstreamMethod = 'getAvatar' | 'checkWhatsapp'

/** One instance, ready to be called. */
export interface InstanceAccess {
  readonly idInstance: string
  post(method: UpstreamMethod, what: UpstreamRequest): Promise<UpstreamReply>
  /** A key of 32 bytes for `purpose`, derived from the token. */
  deriveKey(purpose: string): Promise<Uint8Array>
}

export interface AccessOptions {
  readonly send: UpstreamSend
  readonly messenger: Messenger
  readonly allowPrivateAddresses: boolean
}

/**
 * Checks credentials and hides them.
 *
 * @throws TypeError naming the part that is wrong, never its value.
 */
export function openInstance(credentials: GreenApiCredentials, options: AccessOptions): InstanceAccess {
  const idInstance = checkIdInstance(credentials.idInstance)
  const token = checkToken(credentials.apiToken)
  const base = resolveApiUrl(credentials.apiUrl, idInstance, options)

  return {
    idInstance,
    post: (method, what) => options.send(`${base}/waInstance${idInstance}/${method}/${token}`, what),
    deriveKey: (purpose) => deriveKey(token, purpose),
  }
}

const ENV_NAMES = ['GREEN_API_ID_INSTANCE', 'GREEN_API_TOKEN'] as const

/** Reads `GREEN_API_ID_INSTANCE`, `GREEN_API_TOKEN` and the optional `GREEN_API_URL`. */
export function credentialsFromEnv(env: Readonly<Record<string, unknown>>): GreenApiCredentials {
  const read = (name: string): string => {
    const value = env[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const missing = ENV_NAMES.filter((name) => read(name) === '')
  if (missing.length > 0) {
    throw new TypeError(
      `@greenapi/avatar-server: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set, so GREEN-API cannot be asked. Set ${missing.length === 1 ? 'it' : 'them'} in the environment of the server, or pass credentials: { idInstance, apiToken }.`,
    )
  }
  const apiUrl = read('GREEN_API_URL')
  return {
    idInstance: read('GREEN_API_ID_INSTANCE'),
    apiToken: read('GREEN_API_TOKEN'),
    ...(apiUrl === '' ? {} : { apiUrl }),
  }
}

function checkIdInstance(value: unknown): string {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
  if (!/^\d{4,20}$/.test(text)) {
    throw new TypeError(
      '@greenapi/avatar-server: idInstance is not a number. Copy idInstance from the GREEN-API console.',
    )
  }
  if (text.startsWith('7835')) {
    throw new TypeError(
      '@greenapi/avatar-server: this is a WABA instance (idInstance starts with 7835), for which GREEN-API has no getAvatar. Use an instance of the WhatsApp API.',
    )
  }
  return text
}

function checkToken(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : ''
  if (!/^[\w-]{8,256}$/.test(text)) {
    throw new TypeError(
      '@greenapi/avatar-server: apiToken is empty or has characters a token cannot have. Copy apiTokenInstance from the GREEN-API console.',
    )
  }
  return text
}

/** HKDF: from one secret, a key of 32 bytes per purpose, none of which tells anything about the others. */
export async function deriveKey(secret: string, info: string): Promise<Uint8Array> {
  const text = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', text.encode(secret), 'HKDF', false, ['deriveBits'])
  const algorithm = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: text.encode('greenapi-avatar'),
    info: text.encode(info),
  }
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256))
}
