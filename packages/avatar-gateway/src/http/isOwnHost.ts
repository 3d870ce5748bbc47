/**
 * Whether a `Host` header can be meant for this machine. With public access and only this machine to reach it, a page of a
 * stranger whose name is pointed here (DNS rebinding) would pass for a page of ours; its name has a dot and is not listed.
 *
 * @param origins Exact origins whose hosts count as ours.
 */
export function isOwnHost(host: string | undefined, origins: readonly string[]): boolean {
  // Programs of HTTP/1.0 may name none; every browser does.
  if (host === undefined) return true
  if (!URL.canParse(`http://${host}`)) return false
  const { hostname } = new URL(`http://${host}`)
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return true
  if (/^\[|^\d+(\.\d+){3}$/.test(hostname) || !hostname.includes('.')) return true
  return origins.some((origin) => new URL(origin).hostname === hostname)
}

/** Whether a socket's own address is one that only this machine reaches. */
export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address)
