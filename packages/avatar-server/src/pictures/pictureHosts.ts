/** One entry of the list of hosts that pictures may come from. */
export interface PictureHost {
  /** A host name in lower case, or an address as a url writes it. */
  readonly name: string
  /** Also its subdomains, and then only those. */
  readonly wildcard: boolean
  /** The only port; `undefined` is 443. */
  readonly port: number | undefined
  /** A path must start with this. */
  readonly path: string
  /** Named in the options, not built in: only such a host may be private, or spoken to by plain http. */
  readonly listed: boolean
}

const builtIn = (name: string, path = '/'): PictureHost => ({
  name: name.replace(/^\*\./, ''),
  wildcard: name.startsWith('*.'),
  port: undefined,
  path,
  listed: false,
})

/** Where WhatsApp's pictures live, and those of Telegram instances (only downloads: the host is the API's own). */
export const DEFAULT_PICTURE_HOSTS: readonly PictureHost[] = [
  builtIn('*.whatsapp.net'),
  builtIn('*.fbcdn.net'),
  builtIn('lookaside.whatsapp.com'),
  builtIn('*.api.green-api.com', '/download/'),
]

/**
 * Reads one entry of `pictureHosts`: `cdn.example.com`, `*.example.com`, `127.0.0.1:4010`, `[::1]:4010`.
 *
 * @throws {TypeError} When it is anything else.
 */
export function parsePictureHost(entry: unknown): PictureHost {
  const text = typeof entry === 'string' ? entry : ''
  const wildcard = text.startsWith('*.')
  const rest = wildcard ? text.slice(2) : text
  const match = /^(\[[0-9a-f:.]+\]|[^\s/?#@:*[\]]+)(?::(\d{1,5}))?$/i.exec(rest)
  const url = match === null ? undefined : parseUrl(`http://${match[1]}/`)
  const port = match?.[2] === undefined ? undefined : Number(match[2])
  if (
    url === undefined ||
    url.hostname.endsWith('.') ||
    (port !== undefined && (port < 1 || port > 65_535))
  ) {
    throw new TypeError(
      '@greenapi/avatar-server: an entry of pictureHosts is no host. Write cdn.example.com, *.example.com or 127.0.0.1:4010.',
    )
  }
  return { name: url.hostname, wildcard, port, path: '/', listed: true }
}

/** The first entry that a url falls under. */
export function findPictureHost(url: URL, hosts: readonly PictureHost[]): PictureHost | undefined {
  const defaultPort = url.protocol === 'https:' ? 443 : 80
  const port = url.port === '' ? defaultPort : Number(url.port)
  return hosts.find(
    (host) =>
      (host.wildcard ? url.hostname.endsWith(`.${host.name}`) : url.hostname === host.name) &&
      port === (host.port ?? 443) &&
      url.pathname.startsWith(host.path),
  )
}

/** `new URL` without the exception. */
export function parseUrl(text: string, base?: URL): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}
