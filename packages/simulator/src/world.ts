import type { OpenCall } from './calls.js'
import type { LinkSigner } from './links.js'
import type { Directory } from './contacts/directory.js'
import type { ChosenFault, FaultPlan } from './faults/plan.js'
import type { ResolvedSimulatorOptions } from './options.js'
import type { Picture } from './pictures/picture.js'
import type { RateLimit } from './rateLimit.js'

/** All that one simulator knows; its parts take it as an argument. */
export interface World {
  readonly options: ResolvedSimulatorOptions
  readonly directory: Directory
  readonly signer: LinkSigner
  readonly plan: FaultPlan
  readonly fitsRate: RateLimit
  /** The bytes of a picture, read once. */
  readonly bytesOf: (picture: Picture) => Promise<Uint8Array<ArrayBuffer>>
}

/** One request on its way to an answer. */
export interface Visit {
  readonly request: Request
  readonly url: URL
  readonly call: OpenCall
  readonly fault: ChosenFault | undefined
}
