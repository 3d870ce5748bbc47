import type { Messenger } from '@greenapi/avatar-core/protocol'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * The base url of an instance, without a trailing slash. Accepts the forms GREEN-API's console and pages show:
 * `https://api.green-api.com`, `https://1101.api.green-api.com/`, and for MAX with or without `/v3`.
 * Without one, `https://{first four digits of idInstance}.api.green-api.com`.
 *
 * @throws TypeError when it is not a url, not https (http is for this machine alone), or more than a base url.
 */
export function resolveApiUrl(
  apiUrl: string | undefined,
  idInstance: string,
  options: { readonly messenger: Messenger; readonly allowPrivateAddresses: boolean },
): string {
  const url = parseUrl(apiUrl ?? `https://${idInstance.slice(0, 4)}.api.green-api.com`)
  const isPlainAllowed = LOOPBACK.test(url.hostname) || options.allowPrivateAddresses
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isPlainAllowed)) {
    throw new TypeError(
      '@greenapi/avatar-server: apiUrl is not https, so the API token would travel unencrypted. Use the https url of the GREEN-API console.',
    )
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError(
      '@greenapi/avatar-server: apiUrl has more than a scheme, a host and a path. Give the base url alone, such as https://1101.api.green-api.com.',
    )
  }
  if (/wainstance/i.test(url.pathname)) {
    throw new TypeError(
      '@greenapi/avatar-server: apiUrl already names an instance. Give the part before /waInstance; idInstance and apiToken are options of their own.',
    )
  }
  const base = `${url.origin}${url.pathname.replace(/\/+$/, '')}`
  return options.messenger === 'max' && !base.endsWith('/v3') ? `${base}/v3` : base
}

function parseUrl(text: string): URL {
  try {
    return new URL(text)
  } catch {
    // The error of the platform would carry the text.
    throw new TypeError(
      '@greenapi/avatar-server: apiUrl is not a url. Copy it from the GREEN-API console, for example https://1101.api.green-api.com.',
    )
  }
}
