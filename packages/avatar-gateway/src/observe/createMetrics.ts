import type { EventSink, HandlerStats } from '@greenapi/avatar-server'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Route } from '../routeOf.js'
import { createEventCounter } from './createEventCounter.js'
import { watchStats } from './watchStats.js'

/** Everything `/metrics` tells. Labels come from short, closed lists: no path, no id, no name of a caller. */
export interface Metrics {
  readonly contentType: string
  text(): Promise<string>
  readonly onEvent: EventSink
  /** A request ended, or its client left (status 499). */
  countRequest(route: Route, status: number, durationMs: number): void
}

export interface MetricsOptions {
  readonly version: string
  /** Read at each scrape. */
  readonly stats: () => HandlerStats
  /** Requests being answered; read at each scrape. */
  readonly running: () => number
}

/** Makes the metrics of one gateway, in a registry of their own. */
export function createMetrics({ version, stats, running }: MetricsOptions): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: 'avatar_http_requests_total',
    help: 'Requests answered, by route and status; 499: the client left first',
    labelNames: ['route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'avatar_http_request_duration_seconds',
    help: 'From the head of a request to the end of its answer. Look-ups may be held on purpose, up to waitMs',
    labelNames: ['route'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 3, 10, 30],
    registers,
  })
  const info = new Gauge({
    name: 'avatar_gateway_info',
    help: 'Always 1; the version is in the label',
    labelNames: ['version'],
    registers,
  })
  info.set({ version }, 1)
  const open: Gauge = new Gauge({
    name: 'avatar_http_requests_running',
    help: 'Requests being answered now',
    registers,
    collect: () => open.set(running()),
  })
  watchStats(registry, stats)
  collectDefaultMetrics({ register: registry })

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    onEvent: createEventCounter(registry),
    countRequest(route, status, durationMs) {
      requests.inc({ route, status })
      durations.observe({ route }, durationMs / 1_000)
    },
  }
}
