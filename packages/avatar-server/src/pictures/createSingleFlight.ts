import { raceSignal } from '../time/raceSignal.js'

/** Runs one piece of work per key at a time, and lets all who ask for it meanwhile wait for that one. */
export interface SingleFlight<T> {
  /**
   * Joins the work under `key` or starts it. When `signal` aborts, this caller alone leaves, with the signal's
   * reason; when nobody is left the work is aborted, and the next caller starts it anew.
   */
  run(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<T>): Promise<T>
  readonly size: number
  /** Aborts all work. */
  close(reason: unknown): void
}

interface Flight<T> {
  readonly controller: AbortController
  readonly promise: Promise<T>
  waiters: number
}

export function createSingleFlight<T>(): SingleFlight<T> {
  const flights = new Map<string, Flight<T>>()

  function launch(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController()
    const promise = raceSignal(
      Promise.resolve().then(() => start(controller.signal)),
      controller.signal,
    )
    const flight: Flight<T> = { controller, promise, waiters: 0 }
    const land = (): void => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    promise.then(land, land)
    flights.set(key, flight)
    return flight
  }

  return {
    async run(key, signal, start) {
      signal?.throwIfAborted()
      const flight = flights.get(key) ?? launch(key, start)
      flight.waiters++
      try {
        return await raceSignal(flight.promise, signal)
      } finally {
        flight.waiters--
        if (flight.waiters === 0 && flights.get(key) === flight) {
          flights.delete(key)
          flight.controller.abort(signal?.reason)
        }
      }
    },
    get size() {
      return flights.size
    },
    close(reason) {
      for (const flight of flights.values()) flight.controller.abort(reason)
    },
  }
}
