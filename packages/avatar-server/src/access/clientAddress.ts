import ipaddr from 'ipaddr.js'
import type { PlainRequest } from '../http/plain.js'

/** How many proxies in front of this server are ours: each adds one address to `X-Forwarded-For`. */
export type TrustProxy = boolean | number

/**
 * The client's address. Without `trustProxy` it is the peer's; with n proxies the nth from the end of
 * `X-Forwarded-For`: what stands before it the client may have written itself.
 */
export function clientAddress(request: PlainRequest, trustProxy: TrustProxy): string | undefined {
  const hops = Number(trustProxy)
  if (hops === 0) return request.ip
  const forwarded = request.header('x-forwarded-for')
  if (forwarded === undefined) return request.ip
  const addresses = forwarded.split(',')
  return withoutPort((addresses[Math.max(0, addresses.length - hops)] ?? '').trim()) || request.ip
}

/** Some proxies write `203.0.113.7:51234` or `[2001:db8::1]:443`. */
function withoutPort(address: string): string {
  return /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
}

/** Addresses whose keys are remembered; telling one costs as much as a look-up from the cache. */
const MAX_REMEMBERED = 1_000

/** Gives the part of an address that stands for one customer: all of IPv4, the first 64 bits of IPv6. */
export function createAddressKeys(): (address: string | undefined) => string {
  const known = new Map<string, string>()
  return (address = '') => {
    let key = known.get(address)
    if (key === undefined) {
      key = addressKey(address)
      if (known.size >= MAX_REMEMBERED) known.clear()
      known.set(address, key)
    }
    return key
  }
}

function addressKey(given: string): string {
  const address = withoutPort(given)
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.toString()
  const prefix = parsed.parts.slice(0, 4)
  return prefix.map((part) => part.toString(16)).join(':')
}
