import { gcmsiv } from '@noble/ciphers/aes.js'
import { deriveKey } from '../credentials.js'
import { decodeBase64Url, encodeBase64Url } from '../pictures/base64.js'

/** Names of instances inside picture urls: readable for nobody else, the same on every server with the same secret. */
export interface InstanceNames {
  seal(id: string): Promise<string>
  open(text: string): Promise<string | undefined>
}

const NONE: InstanceNames = { seal: () => Promise.resolve(''), open: () => Promise.resolve('') }
const NONCE = new Uint8Array(12)
const MAX_CHARS = 400

/** Without a secret there is one instance, which needs no name. */
export function createInstanceNames(secret: string | undefined): InstanceNames {
  if (secret === undefined) return NONE
  let key: Promise<Uint8Array> | undefined
  // Equal names giving equal text is what is wanted, so one nonce serves: SIV is made for that.
  const cipher = async () => gcmsiv(await (key ??= deriveKey(secret, 'instances')), NONCE)
  return {
    seal: async (id) => encodeBase64Url((await cipher()).encrypt(new TextEncoder().encode(id))),
    async open(text) {
      const bytes = text.length > MAX_CHARS ? undefined : decodeBase64Url(text)
      if (bytes === undefined || bytes.length < 16) return undefined
      try {
        return new TextDecoder().decode((await cipher()).decrypt(bytes))
      } catch {
        return undefined
      }
    },
  }
}
