import type { EventSink } from '@greenapi/avatar-server'
import { Counter, Histogram, type Registry } from 'prom-client'

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30]

/** Counts what the handler tells of. */
export function createEventCounter(registry: Registry): EventSink {
  const registers = [registry]
  const counter = (name: string, help: string, labelNames: readonly string[]): Counter =>
    new Counter({ name, help, labelNames: [...labelNames], registers })
  const histogram = (name: string, help: string, labelNames: readonly string[]): Histogram =>
    new Histogram({ name, help, labelNames: [...labelNames], buckets: SECONDS, registers })

  const calls = counter('avatar_upstream_calls_total', 'Calls to GREEN-API, by method and outcome', [
    'method',
    'outcome',
  ])
  const callSeconds = histogram('avatar_upstream_call_duration_seconds', 'How long GREEN-API took', [
    'method',
  ])
  const cache = counter(
    'avatar_cache_answers_total',
    'How the cache answered: fresh, stale, miss, joined, failure',
    ['outcome'],
  )
  const refused = counter('avatar_refused_total', 'Look-ups turned away before they cost a call, by code', [
    'code',
  ])
  const slowDowns = counter('avatar_slow_downs_total', 'Times GREEN-API answered 429', ['method'])
  const opened = counter('avatar_breaker_changes_total', 'Changes of the breaker, by the state it came to', [
    'method',
    'state',
  ])
  const problems = counter(
    'avatar_problems_total',
    'Failures of the program or its configuration; the log says more',
    ['where'],
  )
  const pictures = counter('avatar_picture_cache_total', 'Pictures asked for: hit or miss', ['outcome'])
  const fetches = counter('avatar_picture_fetches_total', 'Pictures fetched, by outcome', ['outcome'])
  const fetchSeconds = histogram(
    'avatar_picture_fetch_duration_seconds',
    'How long pictures took to fetch',
    [],
  )
  const resizes = counter('avatar_picture_resizes_total', 'Pictures made smaller, by outcome', ['outcome'])
  const resizeSeconds = histogram('avatar_picture_resize_duration_seconds', 'How long that took', [])
  const renewals = counter('avatar_picture_renewals_total', 'Look-ups for a dead picture link, by outcome', [
    'outcome',
  ])

  return (event) => {
    switch (event.type) {
      case 'upstream':
        calls.inc({ method: event.method, outcome: event.outcome })
        return callSeconds.observe({ method: event.method }, event.durationMs / 1_000)
      case 'cache':
        return cache.inc({ outcome: event.outcome })
      case 'breaker':
        return opened.inc({ method: event.method, state: event.state.state })
      case 'slowed_down':
        return slowDowns.inc({ method: event.method })
      case 'refused':
        return refused.inc({ code: event.code })
      case 'problem':
        return problems.inc({ where: event.where })
      case 'picture_cache':
        return pictures.inc({ outcome: event.outcome })
      case 'picture_fetch':
        fetches.inc({ outcome: event.outcome })
        return fetchSeconds.observe(event.durationMs / 1_000)
      case 'picture_resize':
        resizes.inc({ outcome: event.outcome })
        return resizeSeconds.observe(event.durationMs / 1_000)
      case 'picture_look_up_again':
        return renewals.inc({ outcome: event.outcome })
      default:
        // A newer handler may tell of more.
        return undefined
    }
  }
}
