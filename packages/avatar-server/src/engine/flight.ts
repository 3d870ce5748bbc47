import type { ChatId } from '@greenapi/avatar-core/protocol'
import type { Refusal } from '../rate/breaker.js'
import type { Job } from '../rate/dispatcher.js'
import type { Listener, Outcome } from './outcome.js'

export interface FlightOptions {
  readonly chatId: ChatId
  /** Asked for because the caller does not believe the cached answer. */
  readonly isRefresh: boolean
  readonly background: boolean
  readonly subject: string
  readonly request: object | undefined
  readonly onStart: (flight: Flight, onSent: () => void) => void
  readonly onRefused: (flight: Flight, refusal: Refusal) => void
  /** Nobody waits any more for a flight that is in the queue. */
  readonly onAbandoned: (flight: Flight) => void
  readonly now: () => number
}

/** One upstream look-up that any number of callers wait for. Each can leave; none can end it for another. */
export class Flight implements Job {
  readonly chatId: ChatId
  readonly isRefresh: boolean
  readonly subject: string
  readonly request: object | undefined
  background: boolean
  /** A 429, or a connection that was lost, puts a flight back in the queue, once. */
  wasRequeued = false
  /** The upstream call is under way: it is paid for, so it goes on without listeners too. */
  isRunning = false
  readonly #options: FlightOptions
  readonly #listeners = new Set<Listener>()
  readonly #onEnd: (() => void)[] = []
  #keepUntilMs = 0

  constructor(options: FlightOptions) {
    this.#options = options
    this.chatId = options.chatId
    this.isRefresh = options.isRefresh
    this.subject = options.subject
    this.request = options.request
    this.background = options.background
  }

  /** Adds a listener; the returned function removes it, keeping the flight queued for `keepForMs` all the same. */
  listen(listener: Listener): (keepForMs?: number) => void {
    this.#listeners.add(listener)
    return (keepForMs = 0) => {
      if (!this.#listeners.delete(listener)) return
      this.#keepUntilMs = Math.max(this.#keepUntilMs, this.#options.now() + keepForMs)
      if (!this.isRunning && !this.isWanted()) this.drop()
    }
  }

  isWanted(): boolean {
    return this.background || this.#listeners.size > 0 || this.#options.now() < this.#keepUntilMs
  }

  /** Settles with the flight, however it ends. */
  get ended(): Promise<void> {
    return new Promise((resolve) => this.#onEnd.push(resolve))
  }

  drop(): void {
    this.#options.onAbandoned(this)
    this.#end()
  }

  start(onSent: () => void): void {
    this.isRunning = true
    this.#options.onStart(this, onSent)
  }

  refuse(refusal: Refusal): void {
    this.#options.onRefused(this, refusal)
  }

  settle(outcome: Outcome): void {
    const listeners = [...this.#listeners]
    this.#listeners.clear()
    for (const listener of listeners) listener(outcome)
    this.#end()
  }

  #end(): void {
    for (const end of this.#onEnd.splice(0)) end()
  }
}
