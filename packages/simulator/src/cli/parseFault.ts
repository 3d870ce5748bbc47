import { isFaultKind } from '../faults/kinds.js'
import type { Fault } from '../faults/plan.js'
import { UsageError } from './usageError.js'

/** Reads `kind` or `kind:key=value,key=value`. @throws UsageError that says what to write instead. */
export function parseFault(spec: string): Fault {
  const colon = spec.indexOf(':')
  const kind = colon < 0 ? spec : spec.slice(0, colon)
  if (!isFaultKind(kind)) throw new UsageError(`--fault: there is no kind "${kind}"; --help lists them all`)
  const fault: Fault = { kind }
  if (colon < 0) return fault
  for (const part of spec.slice(colon + 1).split(',')) {
    const equals = part.indexOf('=')
    setPart(fault, part.slice(0, Math.max(0, equals)), part.slice(equals + 1))
  }
  return fault
}

function setPart(fault: Fault, key: string, value: string): void {
  switch (key) {
    case 'chatId':
      fault.chatId = value
      return
    case 'method':
      if (value !== 'getAvatar' && value !== 'checkWhatsapp' && value !== 'getStateInstance') {
        throw new UsageError(
          `--fault: method is getAvatar, checkWhatsapp or getStateInstance, not "${value}"`,
        )
      }
      fault.method = value
      return
    case 'share':
    case 'times':
    case 'delayMs':
      if (value === '' || Number.isNaN(Number(value))) {
        throw new UsageError(`--fault: ${key} must be a number, not "${value}"`)
      }
      fault[key] = Number(value)
      return
    default:
      throw new UsageError(
        `--fault: after the kind write share=, times=, chatId=, method= or delayMs=, not "${key}"`,
      )
  }
}
