import { type DestinationStream, type Logger, pino } from 'pino'
import type { LogLevel } from '../settings/gatewaySettings.js'

/**
 * JSON lines. Written at once and not from a buffer: the last lines before an end are the ones that matter. What may be
 * logged is decided where it is logged: no token, phone number, chat id, picture path, query or foreign text.
 */
export function createLog(level: LogLevel, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { name: 'avatar-gateway', pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
}

/** Standard error, which leaves standard output to the one line with the address. */
export const createLogDestination = (): DestinationStream => pino.destination({ dest: 2, sync: true })
