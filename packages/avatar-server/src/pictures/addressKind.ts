import ipaddr from 'ipaddr.js'

/**
 * `public`: on the open internet. `private`: this machine or a local network, where a simulator may live.
 * `refused`: everything else, such as link-local addresses (cloud metadata), and addresses that carry another one
 * inside (mapped, NAT64, 6to4, Teredo, ISATAP), which could lead anywhere.
 */
export type AddressKind = 'public' | 'private' | 'refused'

const PRIVATE_RANGES: ReadonlySet<string> = new Set(['loopback', 'private', 'carrierGradeNat', 'uniqueLocal'])

/** Where an IP address leads. Text that is no address is `refused`. */
export function addressKind(address: string): AddressKind {
  if (!ipaddr.isValid(address)) return 'refused'
  const parsed = ipaddr.parse(address)
  const range = parsed.range()
  if (PRIVATE_RANGES.has(range)) return 'private'
  if (range !== 'unicast') return 'refused'
  return parsed instanceof ipaddr.IPv6 && !isPlainGlobalUnicast(parsed) ? 'refused' : 'public'
}

/** 2000::/3 is all that is given out; an interface id of 0:5efe or 200:5efe is ISATAP's, with an IPv4 behind it. */
function isPlainGlobalUnicast({ parts }: { parts: number[] }): boolean {
  const isGlobal = ((parts[0] ?? 0) & 0xe000) === 0x2000
  const isIsatap = parts[5] === 0x5efe && ((parts[4] ?? 0) & 0xfdff) === 0
  return isGlobal && !isIsatap
}

/** May a connection be made to this address? `allowPrivate` adds this machine and local networks, nothing else. */
export function isAllowedAddress(address: string | undefined, allowPrivate: boolean): boolean {
  if (address === undefined) return false
  const kind = addressKind(address)
  return kind === 'public' || (kind === 'private' && allowPrivate)
}
