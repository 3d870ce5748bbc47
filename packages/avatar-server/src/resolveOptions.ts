import type { BudgetOptions } from './access/budgets.js'
import type { CorsOptions } from './access/origins.js'
import { systemClock } from './time/clock.js'
import { openInstance } from './credentials.js'
import { DEFAULTS } from './defaults.js'
import { createEventSink } from './events.js'
import { createFetchSend, createPlatformSend } from './http/upstreamSend.js'
import type { AvatarHandlerOptions, ResolvedOptions } from './options.js'
import { type ResolvedPicturesOptions, resolvePicturesOptions } from './pictures/resolvePicturesOptions.js'
import { createSteadyClock } from './time/steadyClock.js'
import { createTroubleSink } from './troubleSink.js'
import { oneOf, optionalFunction, wholeNumber, wholeNumbers } from './validate.js'

const DAY_MS = 86_400_000
const MIN_SECRET_CHARS = 32

/**
 * Checks every option and puts the defaults in.
 *
 * @throws TypeError | RangeError that names the option, never its value.
 */
export function resolveOptions(options: AvatarHandlerOptions): ResolvedOptions {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError('@greenapi/avatar-server: createAvatarHandler needs options; at least { authorize }.')
  }
  checkAuthorize(options.authorize)
  checkInstances(options)
  for (const name of ['fetch', 'random', 'onEvent'] as const) optionalFunction(name, options[name])
  const wall = options.clock ?? systemClock
  const onEvent = createEventSink(options.onEvent)
  const onTrouble = createTroubleSink(onEvent)
  const resolved: ResolvedOptions = {
    authorize: options.authorize,
    credentials: options.credentials,
    resolveInstance: options.resolveInstance,
    credentialsFor: options.credentialsFor,
    secret: options.secret,
    messenger: oneOf('messenger', options.messenger ?? 'whatsapp', ['whatsapp', 'max', 'telegram']),
    pictures: resolvePictures({ ...options, onEvent: onTrouble }),
    allowPrivateAddresses: options.allowPrivateAddresses ?? false,
    checkAccount: options.checkAccount ?? false,
    concealAccounts: options.concealAccounts ?? false,
    cors: resolveCors(options.cors),
    trustProxy: resolveTrustProxy(options.trustProxy ?? 0),
    budgets: resolveBudgets(options.budgets),
    lifetimes: wholeNumbers('lifetimes', options.lifetimes, DEFAULTS.lifetimes),
    backOff: resolveBackOff(options.backOff),
    cache: wholeNumbers('cache', options.cache, DEFAULTS.cache),
    rate: wholeNumbers('rate', options.rate, DEFAULTS.rate),
    breaker: wholeNumbers('breaker', options.breaker, DEFAULTS.breaker),
    upstream: wholeNumbers('upstream', options.upstream, DEFAULTS.upstream),
    lookUpDeadlineMs: wholeNumber('lookUpDeadlineMs', options.lookUpDeadlineMs ?? DEFAULTS.lookUpDeadlineMs, {
      min: 1,
      max: DAY_MS,
    }),
    maxInstances: wholeNumber('maxInstances', options.maxInstances ?? DEFAULTS.maxInstances, {
      min: 1,
      max: 1_000_000,
    }),
    onEvent,
    onTrouble,
    send: options.fetch === undefined ? createPlatformSend() : createFetchSend(options.fetch),
    clock: createSteadyClock(wall),
    wallNow: () => wall.now(),
    random: options.random ?? Math.random,
  }
  // What is wrong with given credentials should show at the start, not at the first visitor.
  if (options.credentials !== undefined) openInstance(options.credentials, resolved)
  return resolved
}

function checkAuthorize(authorize: unknown): void {
  if (authorize === 'public' || typeof authorize === 'function') return
  throw new TypeError(
    "@greenapi/avatar-server: authorize is missing. Avatars show who somebody's contacts are, so the handler must know who may ask. Pass authorize: ({ headers, raw, chatIds }) => true | false | { subject, chatIds }, or authorize: 'public' when everybody may see every avatar.",
  )
}

function checkInstances({
  resolveInstance,
  credentialsFor,
  secret,
  credentials,
}: AvatarHandlerOptions): void {
  optionalFunction('resolveInstance', resolveInstance)
  optionalFunction('credentialsFor', credentialsFor)
  if ((resolveInstance === undefined) !== (credentialsFor === undefined)) {
    throw new TypeError(
      '@greenapi/avatar-server: resolveInstance and credentialsFor belong together: one names the instance of a request, the other gives its credentials. Pass both, or neither for a single instance.',
    )
  }
  if (credentialsFor !== undefined && credentials !== undefined) {
    throw new TypeError(
      '@greenapi/avatar-server: both credentials and credentialsFor are given. Pass credentials for one instance, credentialsFor for many.',
    )
  }
  if (credentialsFor !== undefined && secret === undefined) {
    throw new TypeError(
      '@greenapi/avatar-server: secret is missing. With many instances picture urls cannot be keyed by one token. Pass at least 32 random characters, the same on every server.',
    )
  }
  if (secret !== undefined && (typeof secret !== 'string' || secret.length < MIN_SECRET_CHARS)) {
    throw new RangeError(
      '@greenapi/avatar-server: secret is too short to keep picture urls from being forged. Pass at least 32 random characters, the same on every server.',
    )
  }
}

function resolvePictures(options: AvatarHandlerOptions): ResolvedPicturesOptions | undefined {
  const kind = oneOf('pictures', options.pictures ?? 'proxy', ['proxy', 'link'])
  const resolved = resolvePicturesOptions({
    ...options,
    isPublic: options.authorize === 'public',
    isCrossOrigin: options.cors !== undefined,
  })
  return kind === 'link' ? undefined : resolved
}

function resolveCors(cors: CorsOptions | undefined): CorsOptions | undefined {
  if (cors === undefined) return undefined
  const origins: readonly unknown[] = Array.isArray(cors.origins) ? cors.origins : [undefined]
  for (const origin of origins) {
    const isOrigin = typeof origin === 'string' && URL.canParse(origin) && new URL(origin).origin === origin
    if (!isOrigin) {
      throw new TypeError(
        "@greenapi/avatar-server: cors.origins must be a list of exact origins, scheme and host without a path, such as ['https://app.example.com']. '*' is not possible: avatars are private.",
      )
    }
  }
  return cors
}

function resolveTrustProxy(value: number | boolean): number {
  const hops = typeof value === 'boolean' ? Number(value) : value
  return wholeNumber('trustProxy', hops, { min: 0, max: 32 })
}

function resolveBudgets(budgets: AvatarHandlerOptions['budgets']): BudgetOptions | undefined {
  if (budgets === false) return undefined
  return {
    requests: wholeNumbers('budgets.requests', budgets?.requests, DEFAULTS.budgets.requests),
    chatIds: wholeNumbers('budgets.chatIds', budgets?.chatIds, DEFAULTS.budgets.chatIds),
  }
}

function resolveBackOff(backOff: AvatarHandlerOptions['backOff']): ResolvedOptions['backOff'] {
  const resolved = wholeNumbers('backOff', backOff, DEFAULTS.backOff)
  if (resolved.minMs <= resolved.maxMs) return resolved
  throw new RangeError('@greenapi/avatar-server: backOff.minMs is above backOff.maxMs. Swap them.')
}
