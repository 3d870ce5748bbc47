import type { Server } from 'node:http'
import type { Work } from './createWork.js'

export interface StopOptions {
  readonly server: Server
  readonly work: Work
  /** All the time there is, in ms. */
  readonly graceMs: number
  /** Answers what still waits for GREEN-API, so that it need not be cut off. */
  readonly endLookUps: () => void
}

/** Parts of the grace time after which what still waits is answered, and what still runs is cut off. */
const ANSWER_AFTER = 0.8
const CUT_AFTER = 0.95
/** Connections without a request are given so long to close by themselves. */
const LINGER_MS = 500

/** Takes nothing new, finishes what runs, and closes. Resolves within the grace time; true when nothing was cut off. */
export async function stopServer({ server, work, graceMs, endLookUps }: StopOptions): Promise<boolean> {
  work.drain()
  const answer = setTimeout(endLookUps, graceMs * ANSWER_AFTER)
  const finished = await work.idle({ signal: AbortSignal.timeout(graceMs * CUT_AFTER) }).then(
    () => true,
    () => false,
  )
  clearTimeout(answer)
  const cut = setTimeout(
    () => server.closeAllConnections(),
    finished ? Math.min(LINGER_MS, graceMs * 0.05) : 0,
  )
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearTimeout(cut)
  endLookUps()
  return finished
}
