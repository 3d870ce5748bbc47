import type { CallMethod } from '../callMethod.js'

/** A call's address: `/waInstance{idInstance}/{method}/{apiToken}`. */
export interface ApiRoute {
  readonly idInstance: string
  readonly method: CallMethod
  readonly apiToken: string
}

const METHODS: ReadonlyMap<string, CallMethod> = new Map([
  ['POST getAvatar', 'getAvatar'],
  ['POST GetAvatar', 'getAvatar'],
  ['POST checkWhatsapp', 'checkWhatsapp'],
  ['POST CheckWhatsapp', 'checkWhatsapp'],
  ['GET getStateInstance', 'getStateInstance'],
  ['GET GetStateInstance', 'getStateInstance'],
])

/** Instances of the Business API (WABA) have no getAvatar. */
const WABA_PREFIX = '7835'

/** Reads a call's address; `undefined` when it is not one of an instance. A wrong verb or method has the method `unknown`. */
export function parseApiRoute(verb: string, path: string): ApiRoute | undefined {
  const [, idInstance, name, apiToken] = /^(?:\/v3)?\/waInstance(\d+)\/(\w+)\/([^/]+)\/?$/.exec(path) ?? []
  if (idInstance === undefined || apiToken === undefined) return undefined
  const method = METHODS.get(`${verb} ${name}`) ?? 'unknown'
  return {
    idInstance,
    apiToken,
    method: method === 'getAvatar' && idInstance.startsWith(WABA_PREFIX) ? 'unknown' : method,
  }
}
