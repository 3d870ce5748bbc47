import type { Fault } from '@greenapi/simulator'

/** What can be made to go wrong in the live story. */
export type FaultName = 'none' | 'slow' | 'rateLimited' | 'quota' | 'outage' | 'deadPictures'

/** One switch of the live story. */
export interface FaultSwitch {
  readonly name: FaultName
  readonly title: string
  /** What one sees then. */
  readonly effect: string
  readonly faults: readonly Fault[]
}

/** Every switch, the quiet one first. */
export const FAULT_SWITCHES: readonly FaultSwitch[] = [
  {
    name: 'none',
    title: 'All is well',
    effect:
      'GREEN-API answers at most 10 look-ups a second; what is asked again comes from the server’s memory.',
    faults: [],
  },
  {
    name: 'slow',
    title: 'Slow',
    effect: 'Each answer takes 3 s. Initials show meanwhile, and each picture appears when it is there.',
    faults: [{ kind: 'slow', delayMs: 3_000 }],
  },
  {
    name: 'rateLimited',
    title: '429',
    effect:
      'Half of the calls are over the limit. The server waits and asks those again; nobody sees an error.',
    faults: [{ kind: 'rate_limited', share: 0.5 }],
  },
  {
    name: 'quota',
    title: '466',
    effect:
      'The month’s quota is used up. The server stops asking; what it knows stays, the rest keep initials.',
    faults: [{ kind: 'quota_invoke' }],
  },
  {
    name: 'outage',
    title: 'Outage',
    effect: 'GREEN-API answers 502. After ten failures the server pauses and tries again by itself.',
    faults: [{ kind: 'bad_gateway' }],
  },
  {
    name: 'deadPictures',
    title: 'Dead pictures',
    effect: 'Picture links answer 403. Each is asked for once more, then its initials stay.',
    faults: [{ kind: 'picture_expired' }],
  },
]
