import type { HandlerStats, InstanceStats, LaneStats, UpstreamMethod } from '@greenapi/avatar-server'
import { Gauge, type Registry } from 'prom-client'

const METHODS: readonly UpstreamMethod[] = ['getAvatar', 'checkWhatsapp']
const BREAKER_STATES: readonly LaneStats['breaker']['state'][] = ['closed', 'open', 'probing']

/** Shows the present state of the handler; read at each scrape. */
export function watchStats(registry: Registry, stats: () => HandlerStats): void {
  // One gateway, one instance; it is opened by the first request.
  const instance = (): InstanceStats | undefined => Object.values(stats().instances)[0]
  const gauge = (
    name: string,
    help: string,
    how: {
      readonly labelNames?: string[]
      readonly read: (gauge: Gauge, stats: InstanceStats | undefined) => void
    },
  ): void => {
    const made: Gauge = new Gauge({
      name,
      help,
      labelNames: how.labelNames ?? [],
      registers: [registry],
      collect: () => how.read(made, instance()),
    })
  }
  const number = (name: string, help: string, read: (stats: InstanceStats) => number | undefined): void =>
    gauge(name, help, { read: (made, now) => made.set((now && read(now)) ?? 0) })

  number('avatar_cache_entries', 'Pictures remembered, as answers', (now) => now.cache.entries)
  number(
    'avatar_cache_negatives',
    'Answers without a picture remembered; they have a bound of their own',
    (now) => now.cache.negatives,
  )
  number('avatar_look_ups_running', 'Look-ups queued or under way', (now) => now.lookUps)
  number('avatar_picture_cache_bytes', 'Memory of the pictures kept', (now) => now.pictures?.cachedBytes)
  number('avatar_pictures_pending', 'Pictures being fetched or made smaller', (now) => now.pictures?.pending)

  gauge('avatar_queue_length', 'Calls waiting for their turn; background ones renew what is served already', {
    labelNames: ['method', 'kind'],
    read(made, now) {
      for (const method of METHODS) {
        made.set({ method, kind: 'waited_for' }, now?.[method].queued ?? 0)
        made.set({ method, kind: 'background' }, now?.[method].queuedBackground ?? 0)
      }
    },
  })
  gauge('avatar_rate_limit', 'Calls allowed per second now; 0 until the first request', {
    labelNames: ['method'],
    read(made, now) {
      for (const method of METHODS) made.set({ method }, now?.[method].limit ?? 0)
    },
  })
  gauge('avatar_breaker_state', 'Whether GREEN-API is asked: 1 for the present state, else 0', {
    labelNames: ['method', 'state'],
    read(made, now) {
      for (const method of METHODS) {
        const present = now?.[method].breaker.state ?? 'closed'
        for (const state of BREAKER_STATES) made.set({ method, state }, state === present ? 1 : 0)
      }
    },
  })
}
