import { createHash, timingSafeEqual } from 'node:crypto'
import type { TokenCheck } from './tokenCheck.js'

/**
 * Knows the tokens of servers. Hashes are compared, all of them and in constant time, so that the time an answer takes
 * tells nothing about a token. The subject is made from a hash of its own: stable, and no way back to the token.
 */
export function createBearerCheck(tokens: readonly string[]): (token: string) => TokenCheck {
  const known = tokens.map((token) => ({
    hash: sha256(token),
    subject: `bearer:${sha256(`label ${token}`).toString('hex', 0, 8)}`,
  }))
  return (token) => {
    const hash = sha256(token)
    let found: TokenCheck = { kind: 'unknown' }
    for (const one of known) {
      if (timingSafeEqual(one.hash, hash)) found = { kind: 'known', subject: one.subject }
    }
    return found
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
