/** What a call asked for. `unknown` is an address that GREEN-API does not have. */
export type CallMethod = 'getAvatar' | 'checkWhatsapp' | 'getStateInstance' | 'picture' | 'unknown'
