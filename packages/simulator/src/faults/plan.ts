import type { CallMethod } from '../callMethod.js'
import type { Random } from '../random.js'
import { FAULTS, isFaultKind } from './kinds.js'
import type { FaultKind } from './kinds.js'

/** Something that goes wrong, and for which calls. Without narrowing fields: every call that the kind can happen to. */
export interface Fault {
  kind: FaultKind
  /** Only this share of the calls, 0 to 1, by the simulator's own dice. Default 1. */
  share?: number | undefined
  /** Only calls about this chat (for pictures: the picture's owner). */
  chatId?: string | undefined
  /** Only the next so many calls; then the fault is used up. Default: no end. */
  times?: number | undefined
  /** Only this method. Default: all that the kind can happen to. */
  method?: 'getAvatar' | 'checkWhatsapp' | 'getStateInstance' | undefined
  /** For the slow kinds: milliseconds. Default 3,000. */
  delayMs?: number | undefined
}

/** A fault that was chosen for one call. */
export interface ChosenFault {
  readonly kind: FaultKind
  readonly delayMs: number
}

/** Decides which call fails how. */
export interface FaultPlan {
  set(faults: readonly Fault[]): void
  /** The first fault that fits this call, or `undefined`. Uses up `times`. */
  choose(method: CallMethod, chatId: string | undefined): ChosenFault | undefined
}

const DEFAULT_DELAY_MS = 3_000

function checkFault(fault: Fault): void {
  const { kind, share = 1, times = 1, delayMs = 0, method } = fault
  if (!isFaultKind(kind)) {
    throw new TypeError(
      `@greenapi/simulator: there is no fault "${String(kind)}". Use one of: ${Object.keys(FAULTS).join(', ')}`,
    )
  }
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`@greenapi/simulator: the share of fault ${kind} must be from 0 to 1, got ${share}`)
  }
  if (!(Number.isInteger(times) && times >= 0)) {
    throw new RangeError(
      `@greenapi/simulator: the times of fault ${kind} must be a whole number, got ${times}`,
    )
  }
  if (!(delayMs >= 0 && delayMs <= 2_147_483_647)) {
    throw new RangeError(
      `@greenapi/simulator: the delayMs of fault ${kind} must be 0 or more, got ${delayMs}`,
    )
  }
  if (method !== undefined && !canHappen(kind, method)) {
    throw new TypeError(`@greenapi/simulator: fault ${kind} cannot happen to ${method}`)
  }
}

function canHappen(kind: FaultKind, method: CallMethod): boolean {
  const place = FAULTS[kind].on
  return place === 'api' ? method !== 'picture' && method !== 'unknown' : place === method
}

/** Makes a {@link FaultPlan} without faults. `random` throws the dice for `share`. */
export function createFaultPlan(random: Random): FaultPlan {
  let entries: { fault: Fault; left: number }[] = []
  return {
    set(faults) {
      faults.forEach(checkFault)
      entries = faults.map((fault) => ({
        fault: { ...fault },
        left: fault.times ?? Number.POSITIVE_INFINITY,
      }))
    },
    choose(method, chatId) {
      for (const entry of entries) {
        const { kind, share = 1, delayMs = DEFAULT_DELAY_MS } = entry.fault
        if (entry.left < 1 || !canHappen(kind, method)) continue
        if (entry.fault.method !== undefined && entry.fault.method !== method) continue
        if (entry.fault.chatId !== undefined && entry.fault.chatId !== chatId) continue
        if (!random.chance(share)) continue
        entry.left -= 1
        return { kind, delayMs }
      }
      return undefined
    },
  }
}
