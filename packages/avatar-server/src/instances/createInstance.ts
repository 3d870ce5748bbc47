import { type ChatId, chatIdKind } from '@greenapi/avatar-core/protocol'
import type { InstanceAccess, UpstreamMethod } from '../credentials.js'
import { type Engine, type EngineOptions, createEngine } from '../engine/createEngine.js'
import { ASSUMED_LINK_LIFE_MS } from '../engine/lifetimes.js'
import type { InstanceStore } from '../engine/memoryStore.js'
import type { EventSink } from '../events.js'
import type { PictureContext, PictureStats, Pictures } from '../pictures/types.js'
import type { ResolvedOptions } from '../options.js'
import type { Refusal } from '../rate/breaker.js'
import { type Lane, type LaneStats, createLane } from '../rate/createLane.js'
import { createGreenApiClient } from '../upstream/greenApiClient.js'
import type { UpstreamResult } from '../upstream/upstreamResult.js'
import { createPictureContext } from './createPictureContext.js'
import { type PictureUrls, createSealedUrls, linkUrls } from './pictureUrls.js'

/** Everything of one WhatsApp number: its cache, its rates and queues, its pictures. Shares nothing but memory. */
export interface Instance {
  readonly id: string
  readonly engine: Engine
  readonly urls: PictureUrls
  /** The picture route, unless clients get WhatsApp's own links. */
  readonly pictures: Pictures | undefined
  readonly pictureContext: Omit<PictureContext, 'authorize'>
  /** What every look-up of an unknown chat is told now; `undefined` while calls are made. */
  refusal(): Refusal | undefined
  stats(): InstanceStats
  close(): void
}

export interface InstanceStats {
  readonly cache: { readonly entries: number; readonly negatives: number }
  /** Look-ups queued or under way. */
  readonly lookUps: number
  readonly getAvatar: LaneStats
  readonly checkWhatsapp: LaneStats
  readonly pictures: PictureStats | undefined
}

export interface InstanceOptions {
  readonly id: string
  readonly access: () => Promise<InstanceAccess>
  /** Credentials may have changed: ask for them anew before the next call. */
  readonly forgetAccess: () => void
  readonly store: InstanceStore
  readonly pictures: Pictures | undefined
  /** Tells this instance's picture urls from those of others; empty with one instance. */
  readonly picturePrefix: string
  readonly emit: EventSink | undefined
  readonly resolved: ResolvedOptions
}

export function createInstance(options: InstanceOptions): Instance {
  const { id, store, pictures, emit, resolved } = options
  const { clock, wallNow, random, rate, breaker } = resolved
  const client = createGreenApiClient({
    access: options.access,
    clock,
    ...resolved.upstream,
    needsLink: pictures === undefined,
  })
  const laneOf = (method: UpstreamMethod): Lane =>
    createLane({
      clock,
      onBreaker: (state) => resolved.onTrouble({ type: 'breaker', instance: id, method, state }),
      onSlowDown: () => emit?.({ type: 'slowed_down', instance: id, method }),
      ratePerSecond: rate.perSecond,
      maxQueued: rate.maxQueued,
      failuresToOpen: breaker.failuresToOpen,
      probeMs: breaker.probeMs,
    })
  const avatars = laneOf('getAvatar')
  const accounts = laneOf('checkWhatsapp')

  /** One call, timed and told to the lane and to whoever listens. */
  const call = async <Value>(
    what: { readonly method: UpstreamMethod; readonly lane: Lane; readonly background: boolean },
    run: () => Promise<UpstreamResult<Value>>,
    outcomeOf: (value: Value) => 'found' | 'none' | 'hidden' | 'no_account' | 'account',
  ): Promise<UpstreamResult<Value>> => {
    const startedMs = clock.now()
    const result = await run()
    if (!result.ok && result.error.code === 'upstream_credentials') options.forgetAccess()
    what.lane.report(result)
    emit?.({
      type: 'upstream',
      instance: id,
      method: what.method,
      outcome: result.ok ? outcomeOf(result.value) : result.error.code,
      durationMs: clock.now() - startedMs,
      background: what.background,
    })
    return result
  }

  /** Whether there is an account at all; `undefined` when that could not be found out. */
  const hasAccount = (
    chatId: ChatId,
    background: boolean,
    wasRequeued = false,
  ): Promise<boolean | undefined> =>
    new Promise((resolve) => {
      accounts.dispatcher.submit({
        subject: '',
        request: undefined,
        background,
        isWanted: () => true,
        drop: () => resolve(undefined),
        refuse: () => resolve(undefined),
        start(onSent) {
          const what = { method: 'checkWhatsapp', lane: accounts, background } as const
          const ask = call(
            what,
            () => client.checkAccount(chatId, onSent),
            (is) => (is ? 'account' : 'no_account'),
          )
          void ask.then((result) => {
            if (result.ok) resolve(result.value)
            else if (result.scope === 'connection' && !wasRequeued)
              resolve(hasAccount(chatId, background, true))
            else resolve(undefined)
          })
        },
      })
    })

  const lookUp: EngineOptions['lookUp'] = async (chatId, { background, onSent }) => {
    const what = { method: 'getAvatar', lane: avatars, background } as const
    const result = await call(
      what,
      () => client.getAvatar(chatId, onSent),
      ({ answer }) => answer.status,
    )
    if (!result.ok) return result
    const { answer, bytes } = result.value
    // The cache of answers keeps no bytes; sealing hands them to the cache of pictures.
    if (bytes !== undefined && answer.status === 'found')
      pictures?.seal({ chatId, ...answer, bytes }, wallNow())
    const isUnsure = resolved.checkAccount && answer.status === 'none' && chatIdKind(chatId) === 'user'
    if (!isUnsure || (await hasAccount(chatId, background)) !== false) return result
    return { ok: true, value: { answer: { status: 'no_account' } } }
  }

  const engine = createEngine({
    clock,
    random,
    store,
    dispatcher: avatars.dispatcher,
    lookUp,
    lifetimes: resolved.lifetimes,
    backOff: resolved.backOff,
    // Clients that get the link itself must not get it when it is dead.
    linkUntilMs: (answer, now) =>
      pictures === undefined && answer.status === 'found'
        ? (answer.expiresAtMs ?? now + ASSUMED_LINK_LIFE_MS)
        : undefined,
    onOutcome: emit && ((outcome) => emit({ type: 'cache', instance: id, outcome })),
  })

  return {
    id,
    engine,
    urls:
      pictures === undefined
        ? linkUrls
        : createSealedUrls(pictures, { prefix: options.picturePrefix, wallNow }),
    pictures,
    pictureContext: createPictureContext(engine),
    refusal: () => avatars.refusal(),
    stats: () => ({
      cache: store.stats(),
      lookUps: engine.flights,
      getAvatar: avatars.stats(),
      checkWhatsapp: accounts.stats(),
      pictures: pictures?.stats(),
    }),
    close() {
      avatars.dispatcher.close()
      accounts.dispatcher.close()
      pictures?.close()
      store.close()
    },
  }
}
